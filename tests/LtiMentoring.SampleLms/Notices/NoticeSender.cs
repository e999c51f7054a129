using System.Net.Http.Json;
using System.Text.Json.Nodes;

using LtiMentoring.SampleLms.District;
using LtiMentoring.SampleLms.Launch;

namespace LtiMentoring.SampleLms.Notices;

/// <summary>Tells tools what happened while nobody had them open. Once: like Canvas, this LMS does not try again.</summary>
sealed class NoticeSender(Lms lms, SampleLmsOptions options) : IDisposable
{
    readonly HttpClient http = new(options.ToolHandler ?? new SocketsHttpHandler(), disposeHandler: options.ToolHandler is null) { Timeout = TimeSpan.FromSeconds(10) };

    /// <summary>Every tool that asked hears of the copy.</summary>
    public void Copied(LmsCourse source, LmsCourse copy)
    {
        foreach (var handler in lms.NoticeHandlers.Where(handler => handler.Type == NoticeHandlersEndpoint.ContextCopy))
            Send(handler, new JsonObject
            {
                ["https://purl.imsglobal.org/spec/lti/claim/context"] = new JsonObject
                {
                    ["id"] = copy.Id, ["label"] = copy.Label, ["title"] = copy.Title, ["type"] = new JsonArray("http://purl.imsglobal.org/vocab/lis/v2/course#CourseSection"),
                },
                ["https://purl.imsglobal.org/spec/lti/claim/origin_contexts"] = new JsonArray(source.Id),
            });
    }

    /// <summary>Sends it without waiting for the answer.</summary>
    public void Send(NoticeHandler to, JsonObject about)
    {
        var now = lms.Clock.GetUtcNow();
        foreach (var (name, value) in new Dictionary<string, JsonNode?>
        {
            ["iss"] = lms.Address, ["aud"] = to.ClientId, ["azp"] = to.ClientId, ["nonce"] = Guid.CreateVersion7().ToString(),
            ["iat"] = now.ToUnixTimeSeconds(), ["exp"] = now.AddHours(1).ToUnixTimeSeconds(),
            ["https://purl.imsglobal.org/spec/lti/claim/version"] = "1.3.0",
            ["https://purl.imsglobal.org/spec/lti/claim/deployment_id"] = to.DeploymentId,
            ["https://purl.imsglobal.org/spec/lti/claim/notice"] = new JsonObject
            {
                ["id"] = Guid.CreateVersion7().ToString(), ["timestamp"] = now.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", null), ["type"] = to.Type,
            },
        })
            about[name] = value;
        var jwt = new IdTokenDraft(lms.Keys.Current, about).Write();
        _ = Task.Run(async () => lms.Notices.Add(new SentNotice(to, jwt, await PostAsync(to.Address, jwt))));
    }

    async Task<int> PostAsync(string address, string jwt)
    {
        try
        {
            using var answer = await http.PostAsJsonAsync(address, new { notices = new[] { new { jwt } } });
            return (int)answer.StatusCode;
        }
        catch (Exception away) when (away is HttpRequestException or TaskCanceledException)
        {
            return 0;
        }
    }

    public void Dispose() => http.Dispose();
}
