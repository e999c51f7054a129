using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http.Features;

namespace LtiMentoring.Lti.Tests.Hosts;

/// <summary>What a platform was asked, as it came over the wire.</summary>
sealed record Asked(string Method, string Target, IReadOnlyDictionary<string, string> Headers, string Body)
{
    public string Path => Target.Split('?')[0];

    /// <summary>The fields of a posted form.</summary>
    public IReadOnlyDictionary<string, string> Form => Body.Split('&').Select(pair => pair.Split('='))
        .ToDictionary(pair => pair[0], pair => Uri.UnescapeDataString(pair[1].Replace('+', ' ')));
}

/// <summary>
/// The other end of the wire: a web server that answers as a test says, and keeps what it was asked. Whatever it says is
/// written in the tests as the specifications have it, never with the product's own constants.
/// </summary>
sealed class PlatformSite : IAsyncDisposable
{
    readonly WebApplication app;
    readonly ConcurrentQueue<Asked> asked = new();

    PlatformSite(WebApplication app) => this.app = app;

    public string Address => app.Urls.First();

    public IReadOnlyList<Asked> Asked => [.. asked];

    public IEnumerable<Asked> AskedAt(string path) => asked.Where(request => request.Path == path);

    /// <summary>By path. Anything else is not found.</summary>
    public ConcurrentDictionary<string, Func<HttpContext, Task>> Answers { get; } = new();

    public static async Task<PlatformSite> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        // Moodle writes letters into headers that do not belong there.
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.ResponseHeaderEncodingSelector = _ => System.Text.Encoding.UTF8);
        var app = builder.Build();
        var site = new PlatformSite(app);
        app.Run(site.AnswerAsync);
        await app.StartAsync();
        return site;
    }

    public void AnswerJson(string path, string json, int status = 200) => Answers[path] = http => WriteAsync(http, json, status);

    public static Task WriteAsync(HttpContext http, string json, int status = 200)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "application/json";
        return http.Response.WriteAsync(json);
    }

    async Task AnswerAsync(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body);
        asked.Enqueue(new Asked(
            http.Request.Method, http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget,
            http.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            await reader.ReadToEndAsync()));
        if (Answers.TryGetValue(http.Request.Path, out var answer))
            await answer(http);
        else
            http.Response.StatusCode = 404;
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();
}
