using System.Text.Json;

using LtiMentoring.SampleLms.DeepLinking;
using LtiMentoring.SampleLms.Grades;

namespace LtiMentoring.SampleLms.Pages;

/// <summary>After content was chosen: says what was added, and goes back to the course.</summary>
static class PlacedPage
{
    public static IResult Show(Lms lms, DeepLinkingRequest request, DeepLinkingAnswer answer, JsonElement claims)
    {
        var added = answer.Links.Select(id => Markup.Of($"<li>{lms.Links[id].Title}</li>"));
        return Page.Bare("Back to the course", Markup.Of($"""
            <h1>{(answer.Links.IsEmpty ? "Nothing was added" : "Added to the course")}</h1>
            <ul>{Markup.Join(added)}</ul>
            {Said(claims, "msg")}{Said(claims, "errormsg")}
            <p><a id="back" href="/courses/{request.CourseId}" target="_top">Back to the course</a></p>
            """), Markup.Of($"""<script src="/back.js" defer></script>"""));
    }

    static Markup Said(JsonElement claims, string name) =>
        claims.Text($"https://purl.imsglobal.org/spec/lti-dl/claim/{name}") is { } words ? Markup.Of($"<p>{words}</p>") : Markup.Nothing;
}
