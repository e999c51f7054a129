using System.Security.Claims;
using LtiMentoring.Web.Storage;

namespace LtiMentoring.Web.Hosting;

/// <summary>
/// A session stands in the address: /s/{id}/…. Here it becomes the request's path base, so that every link a page
/// writes carries it, and two tabs or frames with two launches never overwrite each other.
/// </summary>
sealed class SessionPath(RequestDelegate next)
{
    public const string Prefix = "/s/";
    public const string CookieName = "__Secure-session";
    const int IdLength = 22;

    /// <summary>The path base from before the session: where files lie that all sessions share.</summary>
    public static readonly object OuterBase = new();

    /// <summary>The language of the session, for a page that is shown instead of one of its pages.</summary>
    static readonly object Language = new();

    public async Task InvokeAsync(HttpContext context, Sessions sessions, CurrentSession current, KeptWords kept)
    {
        var request = context.Request;
        context.Items.TryAdd(OuterBase, request.PathBase);
        var path = request.Path.Value ?? "";
        if (!path.StartsWith(Prefix, StringComparison.Ordinal) || path.Length < Prefix.Length + IdLength
            || path.Length > Prefix.Length + IdLength && path[Prefix.Length + IdLength] != '/')
        {
            Languages.Use(context.Items[Language] as string ?? Languages.Find(request.Query["lang"]) ?? Languages.FromHeader(request));
            await next(context);
            return;
        }

        var id = path.Substring(Prefix.Length, IdLength);
        var (outerBase, outerPath) = (request.PathBase, request.Path);
        request.PathBase += Prefix + id;
        request.Path = path[(Prefix.Length + IdLength)..] is { Length: > 0 } rest ? rest : "/";
        Languages.Use(Languages.FromHeader(request));
        try
        {
            var found = await sessions.FindAsync(id, request.Cookies[CookieName], context.RequestAborted);
            // An address that is its own key opens nothing outside of a frame: not where somebody copied it to.
            if (found is { Session.Row.KeyHash: null } && request.Headers["Sec-Fetch-Dest"] == "document")
                found = null;
            context.Items[Language] = found?.Session.Row.Language;
            if (found is { Ended: true } ended)
                await kept.KeepAsync(ended.Session, request, context.RequestAborted);
            else if (found is { } session)
            {
                await EnterAsync(context, sessions, current, session.Session);
                // Here and not in there: what an asynchronous method sets, its caller does not see.
                Languages.Use(session.Session.Row.Language);
                context.Items[Language] = session.Session.Row.Language;
            }
            await next(context);
        }
        finally
        {
            // Error pages are made by middleware outside of this one, and have no session.
            (request.PathBase, request.Path) = (outerBase, outerPath);
        }
    }

    static async Task EnterAsync(HttpContext context, Sessions sessions, CurrentSession current, OpenSession session)
    {
        await sessions.TouchAsync(session.Row, Languages.Find(context.Request.Query["lang"]) is { } asked ? Languages.AsOffered(asked, session.District.Languages) : null, context.RequestAborted);
        current.Open = session;
        context.User = new ClaimsPrincipal(new ClaimsIdentity(
            [new Claim(ClaimTypes.Role, session.Row.Role.ToString()), new Claim(Access.Purpose, session.Row.Purpose.ToString())], SessionScheme.Name));
        context.Items[SecurityHeaders.FrameAncestors] = $"'self' {session.FrameOrigins}";
    }

    /// <summary>The page that a launch for this opens.</summary>
    public static string Landing(SessionPurpose purpose) => purpose switch
    {
        SessionPurpose.Place => "/place",
        SessionPurpose.Review => "/review",
        SessionPurpose.Privacy => "/privacy",
        _ => "/",
    };

    /// <summary>The address of a session's page, from a page that has no session.</summary>
    public static string Address(HttpRequest request, string id, string page) => $"{request.PathBase}{Prefix}{id}{page}";

    /// <summary>Gives the browser the key of a new session, for the session's own addresses only.</summary>
    public static void SetKey(HttpContext context, string id, string key) =>
        EmbeddedCookie.Set(context.Response, CookieName, key, context.Request.PathBase + Prefix + id, Sessions.Remembered);
}
