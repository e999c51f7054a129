namespace LtiMentoring.SampleLms.Pages;

/// <summary>Two launches beginning at the same moment in one browser: where a shared cookie is overwritten.</summary>
static class TwoFramesPage
{
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/two-frames/{course}",
        (HttpContext http, Lms lms, string course, string? first, string? second) => CoursePages.In(http, lms, course, (person, found) =>
        {
            var left = first is null ? lms.Links.FirstOrDefault(link => link.CourseId == found.Id) : lms.Links.Find(first);
            var right = second is null ? left : lms.Links.Find(second);
            return left is null || right is null
                ? RefusedPage.Show(StatusCodes.Status404NotFound, "There is no such activity", "It may have been deleted. Go back to the course.")
                : Page.Show("Two activities at once", person, Markup.Of($"""
                    <h1>Two activities at once</h1>
                    <div class="side-by-side">
                    {ActivityPage.Frame(lms, left, "tool-1")}
                    {ActivityPage.Frame(lms, right, "tool-2")}
                    </div>
                    """), ActivityPage.FrameScript);
        }));
}
