using System.Globalization;
using System.Text.Json.Nodes;
using LtiMentoring.Training.Learn;
using LtiMentoring.Web.Shared;
using LtiMentoring.Web.Storage;

namespace LtiMentoring.Web.Complete;

/// <summary>A certificate as an Open Badges 3.0 credential, still to be signed. It says what the paper says, and no more.</summary>
static class Badge
{
    /// <param name="facts">The certificate and what it rests on.</param>
    /// <param name="course">The course as it was on the day of the completion.</param>
    /// <param name="tool">The public address of this tool, which is the issuer's too.</param>
    public static JsonObject Of(CertificateFacts facts, Course course, string tool)
    {
        var (certificate, completion) = (facts.Certificate, facts.Completion);
        var id = $"{tool}/certificates/{certificate.Code}/badge";
        // Names the holder of this certificate, and ties no two certificates to one person.
        var holder = id + "#holder";
        // In whole seconds: a verifier compares validFrom with nbf, which has no fractions.
        var since = new DateTimeOffset(completion.CompletedAt).ToUnixTimeSeconds();
        return new JsonObject
        {
            ["@context"] = new JsonArray("https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"),
            ["id"] = id,
            ["type"] = new JsonArray("VerifiableCredential", "OpenBadgeCredential"),
            ["name"] = certificate.Title,
            ["issuer"] = new JsonObject { ["id"] = tool, ["type"] = new JsonArray("Profile"), ["name"] = facts.District.Name },
            ["validFrom"] = DateTimeOffset.FromUnixTimeSeconds(since).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            ["credentialSubject"] = new JsonObject
            {
                ["id"] = holder,
                ["type"] = new JsonArray("AchievementSubject"),
                ["identifier"] = new JsonArray(new JsonObject
                {
                    ["type"] = "IdentityObject", ["identityType"] = "name", ["hashed"] = false, ["identityHash"] = certificate.Name,
                }),
                ["achievement"] = Achievement(facts, course, tool),
            },
            // What a JWT says in its own words (section 8.2.4).
            ["iss"] = tool,
            ["jti"] = id,
            ["sub"] = holder,
            ["nbf"] = since,
        };
    }

    static JsonObject Achievement(CertificateFacts facts, Course course, string tool)
    {
        var (certificate, completion) = (facts.Certificate, facts.Completion);
        var isCourse = completion.ModuleId.Length == 0;
        var summary = (isCourse ? course.Summary : course.FindModule(completion.ModuleId)?.Summary) ?? Text.None;
        var description = CourseWords.Plain(course, summary, facts.District, certificate.Language).ReplaceLineEndings(" ");
        return new JsonObject
        {
            ["id"] = $"{tool}/certificates#{completion.CourseId}{(isCourse ? "" : "/" + completion.ModuleId)}",
            ["type"] = new JsonArray("Achievement"),
            ["name"] = certificate.Title,
            // A module that left the course between beginning and completion has no summary there.
            ["description"] = description.Length > 0 ? description : certificate.Title,
            ["criteria"] = new JsonObject { ["narrative"] = CompleteWords.BadgeCriteria.With(certificate.Title) },
        };
    }
}
