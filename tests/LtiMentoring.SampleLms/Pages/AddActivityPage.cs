using LtiMentoring.SampleLms.District;

namespace LtiMentoring.SampleLms.Pages;

/// <summary>The tool in a frame, to choose what goes into the course. The query goes on to the request.</summary>
static class AddActivityPage
{
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/courses/{course}/add",
        (HttpContext http, Lms lms, string course, string client) => CoursePages.Staffed(http, lms, course, (person, found) =>
            lms.Tools.Find(client) is { } tool
                ? Page.Show($"Add an activity from {tool.Name}", person, Contents(found, tool, http.Request.QueryString), ActivityPage.FrameScript)
                : RefusedPage.Show(StatusCodes.Status404NotFound, "There is no such tool", "Go back to the course.")));

    /// <summary>One button for each tool that offers it.</summary>
    public static Markup Buttons(Lms lms, LmsCourse course) => Markup.Join(lms.Tools
        .Where(tool => tool.IsActive && tool.IsComplete && tool.Takes("LtiDeepLinkingRequest"))
        .Select(tool => Markup.Of($"""
            <form class="add" action="/courses/{course.Id}/add"><input type="hidden" name="client" value="{tool.ClientId}">
            <button>Add an activity from {tool.Name}</button></form>
            """)));

    static Markup Contents(LmsCourse course, ToolRegistration tool, QueryString query) => Markup.Of($"""
        <p class="way"><a href="/courses/{course.Id}">{course.Title}</a></p>
        <h1>Add an activity from {tool.Name}</h1>
        <iframe class="tool" name="tool" title="{tool.Name}" src="/courses/{course.Id}/select-content{query.ToUriComponent()}"
          data-origins="{string.Join(' ', tool.Origins)}"></iframe>
        """);
}
