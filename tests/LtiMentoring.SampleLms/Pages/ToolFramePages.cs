using LtiMentoring.SampleLms.District;
using LtiMentoring.SampleLms.Launch;

namespace LtiMentoring.SampleLms.Pages;

/// <summary>A tool in a frame for what is no activity: a grade's review, and what it keeps about people.</summary>
static class ToolFramePages
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/courses/{course}/review/{column}/{person}", Review);
        app.MapGet("/admin/tools/{client}/privacy", Privacy);
    }

    static IResult Review(HttpContext http, Lms lms, string course, string column, string person) =>
        CoursePages.Staffed(http, lms, course, (teacher, found) =>
            SubmissionReviewMessage.LinkOf(lms, column) is { } link && lms.ToolOf(link) is { } tool && lms.People.Find(person) is { } learner
                ? Page.Show($"{link.Title}: {learner.Name}", teacher,
                    Contents($"/courses/{found.Id}/gradebook", "Gradebook", $"{link.Title}: {learner.Name}", tool, http.Request), ActivityPage.FrameScript)
                : RefusedPage.Show(StatusCodes.Status404NotFound, "There is no such grade", "Go back to the gradebook."));

    static IResult Privacy(HttpContext http, Lms lms, string client) => AdminPages.In(http, lms, person => lms.Tools.Find(client) is { } tool
        ? Page.Show("Data privacy", person, Contents("/admin/tools", "Tools", $"What {tool.Name} keeps about people", tool, http.Request), ActivityPage.FrameScript)
        : RefusedPage.Show(StatusCodes.Status404NotFound, "There is no such tool", "Go back to the list of tools."));

    /// <summary>The launch stands below the page's own address, and takes the page's query.</summary>
    static Markup Contents(string back, string backTitle, string title, ToolRegistration tool, HttpRequest request) => Markup.Of($"""
        <p class="way"><a href="{back}">{backTitle}</a></p>
        <h1>{title}</h1>
        <iframe class="tool" name="tool" title="{title}" src="{request.Path.ToUriComponent()}/launch{request.QueryString.ToUriComponent()}"
          data-origins="{string.Join(' ', tool.Origins)}"></iframe>
        """);
}
