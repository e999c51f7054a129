using System.Text;
using System.Text.Json.Nodes;

namespace LtiMentoring.SampleLms.Tokens;

/// <summary>Grants access tokens to the tool's server (1EdTech Security Framework, OAuth 2.0 client credentials with a JWT assertion).</summary>
static class TokenEndpoint
{
    public static void Map(IEndpointRouteBuilder app) => app.MapPost("/lti/token", Answer);

    static async Task<IResult> Answer(HttpContext http, Lms lms, ClientAssertion assertions)
    {
        http.Response.Headers.CacheControl = "no-store";
        if (!http.Request.HasFormContentType)
            return Refusal(lms, "invalid_request", "Send application/x-www-form-urlencoded.");

        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        if (form["grant_type"] != "client_credentials")
            return Refusal(lms, "unsupported_grant_type", "grant_type must be client_credentials.");
        if (form["client_assertion_type"] != "urn:ietf:params:oauth:client-assertion-type:jwt-bearer")
            return Refusal(lms, "invalid_request", "client_assertion_type must be urn:ietf:params:oauth:client-assertion-type:jwt-bearer.");
        var (tool, wrong) = await assertions.Check(form["client_assertion"].ToString(), http.RequestAborted);
        if (tool is null)
            return Refusal(lms, "invalid_client", wrong!);

        var scopes = form["scope"].ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Distinct().Where(scope => tool.Scopes.Contains(scope)).ToArray();
        if (scopes.Length == 0)
            return Refusal(lms, "invalid_scope", "None of the requested scopes is allowed for this tool.");

        return Json(StatusCodes.Status200OK, new JsonObject
        {
            ["access_token"] = lms.Tokens.Grant(scopes, tool.AccessTokenLifetime),
            ["token_type"] = "Bearer",
            ["expires_in"] = (int)tool.AccessTokenLifetime.TotalSeconds,
            ["scope"] = string.Join(' ', scopes),
        });
    }

    /// <summary>OAuth lets a server answer an unknown client with 401; Moodle answers everything with 400.</summary>
    static IResult Refusal(Lms lms, string error, string description) => Json(
        error == "invalid_client" && !lms.Quirks.Moodle ? StatusCodes.Status401Unauthorized : StatusCodes.Status400BadRequest,
        new JsonObject { ["error"] = error, ["error_description"] = description });

    static IResult Json(int status, JsonObject body) => Results.Text(body.ToJsonString(), "application/json", Encoding.UTF8, status);
}
