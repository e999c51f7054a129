using LtiMentoring.Web.Hosting;
using Microsoft.AspNetCore.Antiforgery;

namespace LtiMentoring.Web.Learn;

static class UnsentWords
{
    const int LongestPage = 300;

    /// <summary>Script brings here what stands in a form when its page is left another way than by sending it.</summary>
    public static void MapUnsentWords(this WebApplication app) => app.MapPost("/unsent", async (
        HttpContext http, IAntiforgery forms, CurrentSession session, KeptWords kept, CancellationToken cancel) =>
    {
        if (!http.Request.HasFormContentType || !await forms.IsRequestValidAsync(http))
            return Results.BadRequest();
        var form = await http.Request.ReadFormAsync(cancel);
        if (form["page"] is not [{ Length: > 0 and <= LongestPage } page] || page[0] != '/')
            return Results.BadRequest();
        await kept.KeepAsync(session.Open, http.Request, page, cancel);
        return Results.NoContent();
    });
}
