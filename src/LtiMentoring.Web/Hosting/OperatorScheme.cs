using System.Security.Claims;
using System.Text.Encodings.Web;
using LtiMentoring.Web.Storage;
using Microsoft.AspNetCore.Authentication;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace LtiMentoring.Web.Hosting;

/// <summary>Knows an operator by the cookie that a one-time link set. No password exists; a new link is a command away.</summary>
sealed class OperatorScheme(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, MentoringDb db, CurrentOperator current, TimeProvider clock)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string Name = "Operator";

    /// <summary>Sent to our own pages only, never from inside another site.</summary>
    const string CookieName = "__Host-operator";

    /// <summary>How long a visit lasts after it was last used, and at most.</summary>
    static readonly TimeSpan Idle = TimeSpan.FromHours(2);
    static readonly TimeSpan Longest = TimeSpan.FromHours(12);
    static readonly TimeSpan Grain = TimeSpan.FromMinutes(5);

    public static void SetKey(HttpResponse response, string key) => response.Cookies.Append(CookieName, key, Cookie());

    public static void DeleteKey(HttpResponse response) => response.Cookies.Delete(CookieName, Cookie());

    static CookieOptions Cookie() => new() { Path = "/", HttpOnly = true, Secure = true, SameSite = SameSiteMode.Strict, IsEssential = true };

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Request.Cookies[CookieName] is not { Length: > 0 } key)
            return AuthenticateResult.NoResult();
        var hash = Secrets.Hash(key);
        var visit = await db.OperatorVisits.AsNoTracking().SingleOrDefaultAsync(row => row.KeyHash == hash, Context.RequestAborted);
        var now = clock.GetUtcNow().UtcDateTime;
        if (visit is null || now > visit.SeenAt + Idle || now > visit.OpenedAt + Longest)
            return AuthenticateResult.NoResult();
        if (now - visit.SeenAt >= Grain)
            await db.WriteAsync(() => db.OperatorVisits.Where(row => row.KeyHash == hash)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.SeenAt, now), Context.RequestAborted), Context.RequestAborted);
        current.KeyHash = hash;
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(new ClaimsIdentity(Name)), Name));
    }
}

/// <summary>The operator's visit that this request belongs to, if any.</summary>
public sealed class CurrentOperator
{
    public string? KeyHash { get; set; }
}
