using System.Text;
using System.Text.Json.Nodes;

using LtiMentoring.SampleLms.District;
using LtiMentoring.SampleLms.Grades;
using LtiMentoring.SampleLms.Tokens;

namespace LtiMentoring.SampleLms.Groups;

/// <summary>The groups of a course and the sets they are gathered in (Course Groups Service 1.0).</summary>
static class GroupsEndpoint
{
    public static void Map(IEndpointRouteBuilder app)
    {
        var course = app.MapGroup("/lti/groups/{course}");
        course.MapGet("", List).NeedsScope(Scopes.GroupsReadOnly).Gives(MediaTypes.GroupContainer);
        course.MapGet("/sets", ListSets).NeedsScope(Scopes.GroupsReadOnly).Gives(MediaTypes.GroupContainer);
    }

    /// <summary>Where they are; null in a course without groups.</summary>
    public static JsonObject? Claim(Lms lms, LmsCourse course) => course.Groups.IsEmpty ? null : new JsonObject
    {
        ["context_groups_url"] = $"{lms.Address}/lti/groups/{course.Id}",
        ["context_group_sets_url"] = $"{lms.Address}/lti/groups/{course.Id}/sets",
        ["scope"] = new JsonArray(Scopes.GroupsReadOnly),
        ["service_versions"] = new JsonArray("1.0"),
    };

    static IResult List(HttpContext http, Lms lms, string course, string? user_id)
    {
        if (lms.Courses.Find(course) is not { } context)
            return LineItemEndpoints.NotFound($"There is no course {course}.");
        var groups = context.Groups.Where(group => user_id is null || group.Members.Contains(user_id)).ToList();
        return Answer($"{lms.Address}/lti/groups/{course}", "groups", Paging.Page(http, lms, groups).Select(Json));
    }

    static IResult ListSets(HttpContext http, Lms lms, string course)
    {
        if (lms.Courses.Find(course) is not { } context)
            return LineItemEndpoints.NotFound($"There is no course {course}.");
        var sets = context.Groups.Where(group => group.Set is not null).GroupBy(group => group.Set!).ToList();
        return Answer($"{lms.Address}/lti/groups/{course}/sets", "sets", Paging.Page(http, lms, sets).Select(set => new JsonObject
        {
            ["id"] = SetId(set.Key), ["name"] = set.Key, ["groups"] = new JsonArray([.. set.Select(Json)]),
        }));
    }

    static JsonObject Json(LmsGroup group)
    {
        var json = new JsonObject { ["id"] = group.Id, ["name"] = group.Name };
        if (group.Set is { } set)
            json["set_id"] = SetId(set);
        return json;
    }

    static string SetId(string set) => $"set-{set.ToLowerInvariant().Replace(' ', '-')}";

    static IResult Answer(string id, string name, IEnumerable<JsonObject> rows) => Results.Text(
        new JsonObject { ["id"] = id, [name] = new JsonArray([.. rows]) }.ToJsonString(), MediaTypes.GroupContainer, Encoding.UTF8);
}
