using System.Text;
using System.Text.Json.Nodes;

using LtiMentoring.SampleLms.District;
using LtiMentoring.SampleLms.Grades;

namespace LtiMentoring.SampleLms.Registering;

/// <summary>Where an invited tool registers itself. Only a registration that succeeds uses the invitation up.</summary>
static class RegistrationEndpoint
{
    public static void Map(IEndpointRouteBuilder app) => app.MapPost("/lti/register", Answer);

    static async Task<IResult> Answer(HttpContext http, Lms lms, string? invitation)
    {
        http.Response.Headers.CacheControl = "no-store";
        if (lms.Invitations.Find(invitation) is not { } found || !found.Admits(http.Request))
            return Refusal(lms, StatusCodes.Status401Unauthorized, "invalid_token", Sent(http.Request) ? "invalid_registration_token" : "missing_registration_token");
        if (found.Quirks.Status is { } status)
            return Refusal(lms, status, "temporarily_unavailable", "This LMS does not register tools now.");
        if (!http.Request.HasJsonContentType() || await JsonBody.Read(http.Request) is not { } client)
            return Refusal(lms, StatusCodes.Status400BadRequest, "invalid_client_metadata", "Send an object as application/json.");

        try
        {
            return lms.Invitations.Use(found, ClientMetadata.Read(client)) is { } tool
                ? Accepted(lms, found.Quirks, tool, JsonObject.Create(client)!)
                : Refusal(lms, StatusCodes.Status401Unauthorized, "invalid_token", "token_already_used");
        }
        catch (MetadataException wrong)
        {
            return Refusal(lms, StatusCodes.Status400BadRequest, wrong.Code, wrong.Message);
        }
    }

    static bool Sent(HttpRequest request) => request.Headers.Authorization.Count > 0;

    /// <summary>What the tool sent, as far as it was kept, with the names it was given. Moodle says 200 where the specification says 201.</summary>
    static IResult Accepted(Lms lms, RegistrationQuirks quirks, ToolRegistration tool, JsonObject answer)
    {
        answer["client_id"] = tool.ClientId;
        answer["scope"] = string.Join(' ', tool.Scopes);
        var configuration = answer[ClientMetadata.ToolConfiguration]!.AsObject();
        configuration["version"] = "1.3.0";
        var sent = configuration["messages"]!.AsArray();
        foreach (var unknown in sent.Where(message => tool.Messages.All(kept => kept.Type != message!["type"]!.GetValue<string>())).ToArray())
            sent.Remove(unknown);
        if (!quirks.NoDeployment)
            configuration["deployment_id"] = tool.Deployments[0];
        return Results.Text(answer.ToJsonString(), "application/json", Encoding.UTF8,
            lms.Quirks.Moodle ? StatusCodes.Status200OK : StatusCodes.Status201Created);
    }

    /// <summary>Moodle says the reason alone, as plain text.</summary>
    static IResult Refusal(Lms lms, int status, string error, string description) => lms.Quirks.Moodle
        ? Results.Text(description, "text/plain", Encoding.UTF8, status)
        : Results.Text(new JsonObject { ["error"] = error, ["error_description"] = description }.ToJsonString(), "application/json", Encoding.UTF8, status);
}
