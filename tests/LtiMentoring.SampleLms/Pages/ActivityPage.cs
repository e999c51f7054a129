using LtiMentoring.SampleLms.District;

namespace LtiMentoring.SampleLms.Pages;

/// <summary>An activity, with the tool in a frame.</summary>
static class ActivityPage
{
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/courses/{course}/links/{link}",
        (HttpContext http, Lms lms, string course, string link) => CoursePages.In(http, lms, course, (person, found) =>
            lms.Links.Find(link) is { } placed && placed.CourseId == found.Id
                ? Page.Show(placed.Title, person, Activity(lms, found, placed), FrameScript)
                : RefusedPage.Show(StatusCodes.Status404NotFound, "There is no such activity", "It may have been deleted. Go back to the course.")));

    public static Markup FrameScript { get; } = Markup.Of($"""<script src="/frames.js" defer></script>""");

    /// <summary>The origins go along, so that the script listens to the tool and to nobody else.</summary>
    public static Markup Frame(Lms lms, LmsLink link, string name) => Markup.Of($"""
        <iframe class="tool" name="{name}" title="{link.Title}" src="/launch/{link.Id}" allow="fullscreen"
          data-origins="{string.Join(' ', lms.ToolOf(link)?.Origins ?? [])}"></iframe>
        """);

    static Markup Activity(Lms lms, LmsCourse course, LmsLink link) => Markup.Of($"""
        <p class="way"><a href="/courses/{course.Id}">{course.Title}</a></p>
        <h1>{link.Title}</h1>
        <ul class="actions">
          <li><a href="/courses/{course.Id}/gradebook">Gradebook</a></li>
          <li><a href="/launch/{link.Id}?target=window" target="_blank" rel="noopener">Open in a new window</a></li>
        </ul>
        {Frame(lms, link, "tool")}
        """);
}
