using System.Text.Json.Nodes;

using LtiMentoring.SampleLms.Custom;
using LtiMentoring.SampleLms.District;
using LtiMentoring.SampleLms.Grades;
using LtiMentoring.SampleLms.Groups;
using LtiMentoring.SampleLms.Notices;
using LtiMentoring.SampleLms.Tokens;

namespace LtiMentoring.SampleLms.Launch;

/// <summary>Where the services are, told in the launch, and only as far as the administrator allows them.</summary>
static class ServiceClaims
{
    public static void AddTo(JsonObject claims, Lms lms, LaunchSubject about, LmsCourse course)
    {
        var (tool, link) = (about.Tool, about.Link);
        var grades = Scopes.Grades.Where(scope => tool.Scopes.Contains(scope)).Select(scope => (JsonNode)scope).ToArray();
        if (grades.Length > 0)
            claims["https://purl.imsglobal.org/spec/lti-ags/claim/endpoint"] = Endpoint(lms, course, link, grades);
        if (tool.Scopes.Contains(Scopes.MembershipReadOnly))
            claims["https://purl.imsglobal.org/spec/lti-nrps/claim/namesroleservice"] = new JsonObject
            {
                ["context_memberships_url"] = $"{lms.Address}/lti/nrps/{course.Id}",
                ["service_versions"] = new JsonArray("2.0"),
            };
        if (tool.Scopes.Contains(Scopes.GroupsReadOnly) && GroupsEndpoint.Claim(lms, course) is { } groups)
            claims["https://purl.imsglobal.org/spec/lti-gs/claim/groupsservice"] = groups;
        if (tool.Scopes.Contains(Scopes.NoticeHandlers))
            claims["https://purl.imsglobal.org/spec/lti/claim/platformnotificationservice"] = NoticeHandlersEndpoint.Claim(lms, tool, about.DeploymentId);
    }

    static JsonObject Endpoint(Lms lms, LmsCourse course, LmsLink? link, JsonNode[] scopes)
    {
        var endpoint = new JsonObject
        {
            ["scope"] = new JsonArray(scopes),
            ["lineitems"] = GradeAddresses.Container(lms, course.Id),
        };

        // With two columns for one link there is no "the" line item, so the claim says nothing.
        if (link is not null && lms.LineItems.Where(column => column.ResourceLinkId == link.Id).ToArray() is [var only])
            endpoint["lineitem"] = GradeAddresses.Of(lms, only);
        return endpoint;
    }
}
