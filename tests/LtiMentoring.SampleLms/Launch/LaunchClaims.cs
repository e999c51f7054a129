using System.Text.Json.Nodes;

using LtiMentoring.SampleLms.Custom;
using LtiMentoring.SampleLms.District;

namespace LtiMentoring.SampleLms.Launch;

/// <summary>The claims of a resource link launch (LTI 1.3 core, section 5), as a good LMS sends them.</summary>
static class LaunchClaims
{
    const string MessageType = "LtiResourceLinkRequest";

    public static JsonObject Of(Lms lms, ToolRegistration tool, LmsPerson person, LmsLink link, string documentTarget)
    {
        var course = lms.Courses[link.CourseId];
        var now = lms.Clock.GetUtcNow().ToUnixTimeSeconds();
        var claims = new JsonObject
        {
            ["iss"] = lms.Address,
            ["aud"] = tool.ClientId,
            ["sub"] = person.Sub,
            ["iat"] = now,
            ["exp"] = now + 60,
            ["name"] = person.Name,
            ["given_name"] = person.GivenName,
            ["family_name"] = person.FamilyName,
            ["email"] = person.Email,
            ["locale"] = person.Locale,
            ["https://purl.imsglobal.org/spec/lti/claim/message_type"] = MessageType,
            ["https://purl.imsglobal.org/spec/lti/claim/version"] = "1.3.0",
            ["https://purl.imsglobal.org/spec/lti/claim/deployment_id"] = link.DeploymentId ?? tool.Deployments[0],
            ["https://purl.imsglobal.org/spec/lti/claim/target_link_uri"] = link.TargetLinkUrl ?? tool.TargetOf(MessageType),
            ["https://purl.imsglobal.org/spec/lti/claim/resource_link"] = ResourceLink(link),
            ["https://purl.imsglobal.org/spec/lti/claim/context"] = Context(lms, course),
            ["https://purl.imsglobal.org/spec/lti/claim/roles"] = RolesIn(lms, course, person),
            ["https://purl.imsglobal.org/spec/lti/claim/lis"] = new JsonObject
            {
                ["person_sourcedid"] = person.SourcedId,
                ["course_section_sourcedid"] = course.SourcedId,
            },
            ["https://purl.imsglobal.org/spec/lti/claim/launch_presentation"] = new JsonObject
            {
                ["locale"] = person.Locale,
                ["document_target"] = documentTarget,
                ["return_url"] = $"{lms.Address}/courses/{course.Id}",
            },
            ["https://purl.imsglobal.org/spec/lti/claim/tool_platform"] = new JsonObject
            {
                ["guid"] = "sample-lms",
                ["name"] = "Sample LMS",
                ["product_family_code"] = lms.Quirks.Moodle ? "moodle" : "sample-lms",
                ["version"] = "1.0",
            },
        };
        foreach (var name in (string[])["name", "given_name", "family_name", "email"])
            if (claims[name] is null || !tool.MayKnow(name))
                claims.Remove(name);
        if (CustomValues.Of(lms, new LaunchSubject(tool, person, course, link), MessageType) is { } custom)
            claims["https://purl.imsglobal.org/spec/lti/claim/custom"] = custom;
        ServiceClaims.AddTo(claims, lms, tool, link);
        return claims;
    }

    static JsonObject ResourceLink(LmsLink link)
    {
        var claim = new JsonObject { ["id"] = link.Id, ["title"] = link.Title };
        if (link.Description is { } description)
            claim["description"] = description;
        return claim;
    }

    static JsonObject Context(Lms lms, LmsCourse course) => new()
    {
        ["id"] = course.Id,
        ["label"] = course.Label,
        ["title"] = course.Title,
        ["type"] = new JsonArray(lms.Quirks.Moodle ? "CourseSection" : "http://purl.imsglobal.org/vocab/lis/v2/course#CourseSection"),
    };

    static JsonArray RolesIn(Lms lms, LmsCourse course, LmsPerson person) => new([.. person.Roles
        .Concat(course.Members[person.Sub])
        .Select(role => (JsonNode)(lms.Quirks.ShortRoles ? Roles.ShortName(role) : role))]);
}
