using System.Text.Json;
using System.Text.Json.Nodes;

using LtiMentoring.SampleLms.Pages;
using LtiMentoring.SampleLms.Tokens;

using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace LtiMentoring.SampleLms.DeepLinking;

/// <summary>Where the browser brings the tool's answer. The address is nobody's to guess and the answer is signed, so no session is asked for.</summary>
static class DeepLinkingReturn
{
    public static void Map(IEndpointRouteBuilder app) => app.MapPost("/lti/deep-linking/{id}", Answer);

    static async Task<IResult> Answer(HttpContext http, Lms lms, ResponseRules rules, string id)
    {
        var form = http.Request.HasFormContentType ? await http.Request.ReadFormAsync(http.RequestAborted) : FormCollection.Empty;
        var token = ToolKeys.Read(form["JWT"].ToString());
        var claims = token is null ? (JsonElement?)null : Claims(token);
        try
        {
            BrokenRuleException.Unless(lms.Selections.Find(id) is not null, "The request is unknown, over, or answered already.");
            BrokenRuleException.Unless(token is not null && claims is not null, "The field JWT must hold a signed JWT.");
            var request = lms.Selections.Find(id)!;
            BrokenRuleException.Unless(lms.Tools.Find(request.ClientId) is { IsActive: true }, "The tool is not active any more.");
            var tool = lms.Tools[request.ClientId];
            await rules.Check(request, tool, token, claims.Value, http.RequestAborted);
            var items = ContentItems.Read(request, tool, claims.Value);
            BrokenRuleException.Unless(lms.Selections.Finish(id), "The request is unknown, over, or answered already.");
            var answer = Note(lms, id, claims, null, Placing.Place(lms, request, tool, items));
            return PlacedPage.Show(lms, request, answer, claims.Value);
        }
        catch (BrokenRuleException broken)
        {
            Note(lms, id, claims, broken.Message, []);
            return RefusedPage.Show(StatusCodes.Status400BadRequest, "The tool’s answer breaks a rule", broken.Message);
        }
    }

    static DeepLinkingAnswer Note(Lms lms, string id, JsonElement? claims, string? rule, System.Collections.Immutable.ImmutableArray<string> links)
    {
        var answer = new DeepLinkingAnswer(id, claims is { } read ? JsonObject.Create(read) : null, rule, links, lms.Clock.GetUtcNow());
        lms.DeepLinkingAnswers.Add(answer);
        return answer;
    }

    static JsonElement? Claims(JsonWebToken token)
    {
        try
        {
            using var json = JsonDocument.Parse(Base64UrlEncoder.DecodeBytes(token.EncodedPayload));
            return json.RootElement.ValueKind == JsonValueKind.Object ? json.RootElement.Clone() : null;
        }
        catch (Exception unreadable) when (unreadable is JsonException or FormatException)
        {
            return null;
        }
    }
}
