using LtiMentoring.SampleLms.District;
using LtiMentoring.SampleLms.Launch;

namespace LtiMentoring.SampleLms.Pages;

/// <summary>An activity, with the tool in a frame.</summary>
static class ActivityPage
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/storage", (Lms lms, string? tool) => Page.Bare("Storage", Markup.Nothing, Markup.Of(
            $"""<script src="/storage.js" defer data-way="keeper" data-origins="{string.Join(' ', lms.Tools.Find(tool ?? "")?.Origins ?? [])}"></script>""")));
        app.MapGet("/courses/{course}/links/{link}", (HttpContext http, Lms lms, string course, string link) => CoursePages.In(http, lms, course, (person, found) =>
            lms.Links.Find(link) is { } placed && placed.CourseId == found.Id
                ? Page.Show(placed.Title, person, Activity(lms, found, placed, http.Request.QueryString, found.HasStaff(person.Sub)), FrameScript)
                : RefusedPage.Show(StatusCodes.Status404NotFound, "There is no such activity", "It may have been deleted. Go back to the course.")));
    }

    public static Markup FrameScript { get; } = Markup.Of($"""<script src="/frames.js" defer></script>""");

    /// <summary>The query says how it is launched. The origins go along, so that the script listens to the tool and to nobody else.</summary>
    public static Markup Frame(Lms lms, LmsLink link, string name, QueryString query = default) => Markup.Of($"""
        <iframe class="tool" name="{name}" title="{link.Title}" src="/launch/{link.Id}{query.ToUriComponent()}" allow="fullscreen"
          data-origins="{string.Join(' ', lms.ToolOf(link)?.Origins ?? [])}"></iframe>
        """);

    static Markup Activity(Lms lms, LmsCourse course, LmsLink link, QueryString query, bool staff) => Markup.Of($"""
        <p class="way"><a href="/courses/{course.Id}">{course.Title}</a></p>
        <h1>{link.Title}</h1>
        <ul class="actions">
          <li><a href="/courses/{course.Id}/gradebook">Gradebook</a></li>
          <li><a href="/launch/{link.Id}?target=window" target="_blank" rel="noopener">Open in a new window</a></li>
          {(staff ? Markup.Of($"""<li><a href="?as=test-student">As a test student</a></li>""") : Markup.Nothing)}
        </ul>
        {Frame(lms, link, "tool", query)}
        {Storage(lms, link, query)}
        """);

    /// <summary>Keeps data for a tool whose browser keeps no cookies, in one of the ways that LMSs do it.</summary>
    static Markup Storage(Lms lms, LmsLink link, QueryString query) => StorageWay.Of(query) is { Offers: true } way
        ? Markup.Of($"""
            {(way.Frame is { } frame ? Markup.Of($"""<iframe hidden name="{frame}" title="Storage" src="/storage?tool={Uri.EscapeDataString(lms.ToolOf(link)?.ClientId ?? "")}"></iframe>""") : Markup.Nothing)}
            <script src="/storage.js" defer data-way="{way.Name}" data-origins="{string.Join(' ', lms.ToolOf(link)?.Origins ?? [])}"></script>
            """)
        : Markup.Nothing;
}
