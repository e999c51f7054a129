using System.Text;
using System.Text.Json.Nodes;

using LtiMentoring.SampleLms.Gradebook;
using LtiMentoring.SampleLms.Tokens;

namespace LtiMentoring.SampleLms.Grades;

/// <summary>Grade columns (AGS 2.0, line item service).</summary>
static class LineItemEndpoints
{
    public static void Map(RouteGroupBuilder course)
    {
        var all = course.MapGroup("/lineitems");
        all.MapGet("", List).NeedsScope(Scopes.LineItem, Scopes.LineItemReadOnly).Gives(MediaTypes.LineItemContainer);
        all.MapPost("", Create).NeedsScope(Scopes.LineItem).Takes(MediaTypes.LineItem);
        all.MapGet("/{item}", Show).NeedsScope(Scopes.LineItem, Scopes.LineItemReadOnly).Gives(MediaTypes.LineItem);
        all.MapPut("/{item}", Replace).NeedsScope(Scopes.LineItem).Takes(MediaTypes.LineItem);
        all.MapDelete("/{item}", Delete).NeedsScope(Scopes.LineItem);

        // What a tool reaches that puts "/scores" behind Moodle's query.
        all.MapPost("/{item}", (string course, string item) => NotFound($"Nothing takes a POST at line item {item}."));
    }

    public static GradeColumn? Find(Lms lms, string course, string item) =>
        lms.LineItems.Find(item) is { } column && column.CourseId == course ? column : null;

    public static ServiceError NotFound(string reason) => new(StatusCodes.Status404NotFound, reason);

    static IResult List(HttpContext http, Lms lms, string course, string? resource_link_id, string? resource_id, string? tag)
    {
        if (lms.Courses.Find(course) is null)
            return NotFound($"There is no course {course}.");
        var columns = lms.LineItems.Where(column => column.CourseId == course
            && (resource_link_id is null || column.ResourceLinkId == resource_link_id)
            && (resource_id is null || column.ResourceId == resource_id)
            && (tag is null || column.Tag == tag)).ToList();
        var page = Paging.Page(http, lms, columns, lms.Quirks.Moodle ? "“" : "\"");
        return Json(new JsonArray([.. page.Select(column => LineItemJson.Write(lms, column))]), MediaTypes.LineItemContainer);
    }

    static async Task<IResult> Create(HttpContext http, Lms lms, string course)
    {
        if (lms.Courses.Find(course) is null)
            return NotFound($"There is no course {course}.");
        var blank = new GradeColumn { Id = "", CourseId = course, Label = "" };
        if (await JsonBody.Read(http.Request) is not { } body || LineItemJson.Read(body, blank) is not { } asked)
            return Incomplete();
        if (asked.ResourceLinkId is { } link && lms.Links.Find(link)?.CourseId != course)
            return new ServiceError(StatusCodes.Status403Forbidden, $"This course has no placed link {link}.");

        var json = LineItemJson.Write(lms, lms.AddColumn(id => asked with { Id = id }));
        http.Response.Headers.Location = json["id"]!.GetValue<string>();
        return Json(json, MediaTypes.LineItem, StatusCodes.Status201Created);
    }

    static IResult Show(Lms lms, string course, string item) =>
        Find(lms, course, item) is { } column
            ? Json(LineItemJson.Write(lms, column), MediaTypes.LineItem)
            : NotFound($"Grade item {item} does not exist.");

    static async Task<IResult> Replace(HttpContext http, Lms lms, string course, string item)
    {
        var body = await JsonBody.Read(http.Request);
        lock (lms.Gate)
        {
            if (Find(lms, course, item) is not { } column)
                return NotFound($"Grade item {item} does not exist.");
            if (body is not { } given || LineItemJson.Read(given, column) is not { } changed)
                return Incomplete();
            return Json(LineItemJson.Write(lms, lms.LineItems.Put(changed)), MediaTypes.LineItem);
        }
    }

    static IResult Delete(Lms lms, string course, string item) =>
        Find(lms, course, item) is { } column && lms.DeleteColumn(column.Id)
            ? Results.NoContent()
            : NotFound($"Grade item {item} does not exist.");

    static ServiceError Incomplete() => new(StatusCodes.Status400BadRequest, "A line item needs a label and a scoreMaximum above 0.");

    static IResult Json(JsonNode body, string mediaType, int status = StatusCodes.Status200OK) =>
        Results.Text(body.ToJsonString(), mediaType, Encoding.UTF8, status);
}
