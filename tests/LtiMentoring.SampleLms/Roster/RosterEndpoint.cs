using System.Text;
using System.Text.Json.Nodes;

using LtiMentoring.SampleLms.Custom;
using LtiMentoring.SampleLms.District;
using LtiMentoring.SampleLms.Grades;
using LtiMentoring.SampleLms.Tokens;

namespace LtiMentoring.SampleLms.Roster;

/// <summary>Who is enrolled in a course (Names and Role Provisioning Services 2.0).</summary>
static class RosterEndpoint
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/lti/nrps/{course}", List).NeedsScope(Scopes.MembershipReadOnly).Gives(MediaTypes.MembershipContainer);

    static IResult List(HttpContext http, Lms lms, string course, string? role, string? rlid)
    {
        if (lms.Courses.Find(course) is not { } context)
            return LineItemEndpoints.NotFound($"There is no course {course}.");
        var link = rlid is null ? null : lms.Links.Find(rlid);
        if (rlid is not null && link?.CourseId != course)
            return LineItemEndpoints.NotFound($"This course has no placed link {rlid}.");

        var people = lms.People.Where(person => context.Has(person.Sub))
            .Where(person => role is null || RolesOf(context, person).Contains(Roles.FullName(role)))
            .ToList();
        var members = Paging.Page(http, lms, people).Select(person => Member(lms, context, person, link));
        var body = new JsonObject
        {
            ["id"] = $"{lms.Address}/lti/nrps/{course}",
            ["context"] = new JsonObject { ["id"] = context.Id, ["label"] = context.Label, ["title"] = context.Title },
            ["members"] = new JsonArray([.. members]),
        };
        return Results.Text(body.ToJsonString(), MediaTypes.MembershipContainer, Encoding.UTF8);
    }

    static IEnumerable<string> RolesOf(LmsCourse course, LmsPerson person) => person.Roles.Concat(course.Members[person.Sub]);

    static JsonObject Member(Lms lms, LmsCourse course, LmsPerson person, LmsLink? link)
    {
        var roles = RolesOf(course, person).Select(role => (JsonNode)(lms.Quirks.Moodle ? Roles.ShortName(role) : role));
        var member = new JsonObject
        {
            ["status"] = "Active",
            ["user_id"] = person.Sub,
            ["roles"] = new JsonArray([.. roles]),
            ["name"] = person.Name,
            ["given_name"] = person.GivenName,
            ["family_name"] = person.FamilyName,
            ["lis_person_sourcedid"] = person.SourcedId,
        };
        if (person.Email is { } email)
            member["email"] = email;
        if (!course.Groups.IsEmpty)
            member["group_enrollments"] = new JsonArray([.. course.Groups.Where(group => group.Members.Contains(person.Sub)).Select(group => new JsonObject { ["group_id"] = group.Id })]);
        if (link is not null && lms.ToolOf(link) is { } tool)
            member["message"] = new JsonArray(new JsonObject
            {
                ["https://purl.imsglobal.org/spec/lti/claim/message_type"] = "LtiResourceLinkRequest",
                ["https://purl.imsglobal.org/spec/lti/claim/custom"] =
                    CustomValues.Of(lms, new LaunchSubject(tool, person, course, link), "LtiResourceLinkRequest") ?? [],
            });
        return member;
    }
}
