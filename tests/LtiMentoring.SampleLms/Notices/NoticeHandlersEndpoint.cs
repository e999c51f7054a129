using System.Text;
using System.Text.Json.Nodes;

using LtiMentoring.SampleLms.District;
using LtiMentoring.SampleLms.Grades;
using LtiMentoring.SampleLms.Tokens;

namespace LtiMentoring.SampleLms.Notices;

/// <summary>Where a tool says which notices it wants (Platform Notification Service 1.0), with Canvas's rules.</summary>
static class NoticeHandlersEndpoint
{
    public const string ContextCopy = "LtiContextCopyNotice";
    public const string HelloWorld = "LtiHelloWorldNotice";
    static readonly string[] Types = [HelloWorld, ContextCopy];

    public static void Map(IEndpointRouteBuilder app)
    {
        var handlers = app.MapGroup("/lti/notice-handlers/{client}/{deployment}");
        handlers.MapGet("", List).NeedsScope(Scopes.NoticeHandlers);
        handlers.MapPut("", Put).NeedsScope(Scopes.NoticeHandlers).Takes("application/json");
    }

    public static JsonObject Claim(Lms lms, ToolRegistration tool, string deployment) => new()
    {
        ["service_versions"] = new JsonArray("1.0"),
        ["platform_notification_service_url"] = $"{lms.Address}/lti/notice-handlers/{tool.ClientId}/{deployment}",
        ["scope"] = new JsonArray(Scopes.NoticeHandlers),
        ["notice_types_supported"] = new JsonArray([.. Types.Select(type => (JsonNode)type)]),
    };

    static IResult List(Lms lms, string client, string deployment) => Json(new JsonObject
    {
        ["client_id"] = client,
        ["deployment_id"] = deployment,
        ["notice_handlers"] = new JsonArray([.. Types.Select(type => new JsonObject
        {
            ["handler"] = lms.NoticeHandlers.Find(NoticeHandler.IdOf(client, deployment, type))?.Address ?? "", ["notice_type"] = type,
        })]),
    });

    static async Task<IResult> Put(HttpContext http, Lms lms, NoticeSender sender, string client, string deployment)
    {
        if (lms.Tools.Find(client) is not { } tool || !tool.Deployments.Contains(deployment))
            return LineItemEndpoints.NotFound("There is no such deployment.");
        if (await JsonBody.Read(http.Request) is not { } body || body.Text("notice_type") is not { } type || body.Text("handler") is not { } address)
            return Wrong("Send notice_type and handler.");
        if (!Types.Contains(type))
            return Wrong($"This LMS sends no {type}.");
        var handler = new NoticeHandler(client, deployment, type, address);
        if (address.Length == 0)
            lms.NoticeHandlers.Remove(NoticeHandler.IdOf(client, deployment, type));
        else if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Host != new Uri(tool.TargetLinkUrl).Host)
            return Wrong("The handler must be at the tool's own domain.");
        else
            lms.NoticeHandlers.Put(handler);
        if (address.Length > 0 && type == HelloWorld)
            sender.Send(handler, []);
        return Json(new JsonObject { ["notice_type"] = type, ["handler"] = address });
    }

    static ServiceError Wrong(string reason) => new(StatusCodes.Status400BadRequest, reason);

    static IResult Json(JsonObject body) => Results.Text(body.ToJsonString(), "application/json", Encoding.UTF8);
}
