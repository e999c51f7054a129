using System.Text.Json.Nodes;

using LtiMentoring.SampleLms.Custom;
using LtiMentoring.SampleLms.District;

namespace LtiMentoring.SampleLms.Launch;

/// <summary>The claims of a message (LTI 1.3 core, section 5), as a good LMS sends them.</summary>
static class LaunchClaims
{
    public static JsonObject Of(Lms lms, LaunchMessage message, LaunchSubject about)
    {
        var (tool, person) = (about.Tool, about.Person);
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
            ["https://purl.imsglobal.org/spec/lti/claim/message_type"] = message.Type,
            ["https://purl.imsglobal.org/spec/lti/claim/version"] = "1.3.0",
            ["https://purl.imsglobal.org/spec/lti/claim/deployment_id"] = about.DeploymentId,
            ["https://purl.imsglobal.org/spec/lti/claim/target_link_uri"] = message.Target(about),
            ["https://purl.imsglobal.org/spec/lti/claim/roles"] = new JsonArray([.. about.Roles
                .Select(role => (JsonNode)(lms.Quirks.ShortRoles ? Roles.ShortName(role) : role))]),
            ["https://purl.imsglobal.org/spec/lti/claim/launch_presentation"] = new JsonObject
            {
                ["locale"] = person.Locale,
                ["document_target"] = message.DocumentTarget,
                ["return_url"] = about.Course is { } back ? $"{lms.Address}/courses/{back.Id}" : $"{lms.Address}/",
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
            if (claims[name] is null || !about.IsNamed || !tool.MayKnow(name))
                claims.Remove(name);
        if (!about.IsKnown)
            claims.Remove("sub");
        if (about.Course is { } course)
            AddCourse(claims, lms, about, course);
        if (CustomValues.Of(lms, about, message.Type) is { } custom)
            claims["https://purl.imsglobal.org/spec/lti/claim/custom"] = custom;
        message.AddTo(claims, lms, about);
        return claims;
    }

    static void AddCourse(JsonObject claims, Lms lms, LaunchSubject about, LmsCourse course)
    {
        claims["https://purl.imsglobal.org/spec/lti/claim/context"] = new JsonObject
        {
            ["id"] = course.Id,
            ["label"] = course.Label,
            ["title"] = course.Title,
            ["type"] = new JsonArray(lms.Quirks.Moodle ? "CourseSection" : "http://purl.imsglobal.org/vocab/lis/v2/course#CourseSection"),
        };
        var lis = new JsonObject { ["course_section_sourcedid"] = course.SourcedId };
        if (about.IsKnown)
            lis["person_sourcedid"] = about.Person.SourcedId;
        claims["https://purl.imsglobal.org/spec/lti/claim/lis"] = lis;
        ServiceClaims.AddTo(claims, lms, about, course);
    }
}
