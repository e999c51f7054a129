using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using LtiMentoring.Lti.Services;

namespace LtiMentoring.Lti.Grades;

/// <summary>
/// A course's gradebook (Assignment and Grade Services 2.0). Each call answers with what was asked for, or with the
/// platform's answer when that was something else.
/// </summary>
/// <param name="services">Sends the calls.</param>
/// <param name="platform">Whose gradebook it is.</param>
/// <param name="granted">The scopes that the launch's grades claim granted; no others are asked for.</param>
public sealed class Gradebook(LtiServices services, Platform platform, IReadOnlyCollection<string> granted)
{
    const string LineItemType = "application/vnd.ims.lis.v2.lineitem+json";
    const string LineItemsType = "application/vnd.ims.lis.v2.lineitemcontainer+json";
    const string ResultsType = "application/vnd.ims.lis.v2.resultcontainer+json";

    /// <summary>No charset parameter: some platforms compare the content type letter by letter.</summary>
    static readonly MediaTypeHeaderValue ScoreType = new("application/vnd.ims.lis.v1.score+json");

    readonly string[] scopes = [.. granted.Intersect(
        [Scopes.LineItem, Scopes.LineItemReadOnly, Scopes.Score, Scopes.ResultReadOnly], StringComparer.Ordinal)];

    public bool MayPostScores => scopes.Contains(Scopes.Score);
    public bool MayReadResults => scopes.Contains(Scopes.ResultReadOnly);
    public bool MayFindLineItems => MayCreateLineItems || scopes.Contains(Scopes.LineItemReadOnly);
    public bool MayCreateLineItems => scopes.Contains(Scopes.LineItem);

    /// <summary>One line item by its address.</summary>
    public async Task<(LineItem? Item, Answer Answer)> GetAsync(string lineItem, CancellationToken cancel)
    {
        var answer = await SendAsync(() => Get(lineItem, LineItemType), cancel);
        return (Read<LineItem>(answer), answer);
    }

    /// <summary>The tool's line item for a thing (section 3.2.9), or null when there is none yet.</summary>
    public async Task<(LineItem? Item, Answer Answer)> FindAsync(string lineItems, string resourceId, string tag, CancellationToken cancel)
    {
        var address = LineItemAddress.With(LineItemAddress.With(lineItems, "resource_id", resourceId), "tag", tag);
        var answer = await SendAsync(() => Get(address, LineItemsType), cancel);
        // Filters are optional for a platform, so what comes back is filtered again.
        return (Read<LineItem[]>(answer)?.FirstOrDefault(item => item.ResourceId == resourceId && item.Tag == tag && WebAddress.IsAbsolute(item.Id)), answer);
    }

    /// <summary>Makes a line item (section 3.2.5).</summary>
    public async Task<(LineItem? Item, Answer Answer)> CreateAsync(string lineItems, LineItem item, CancellationToken cancel)
    {
        var answer = await SendAsync(() => Post(lineItems, item, new MediaTypeHeaderValue(LineItemType)), cancel);
        return (Read<LineItem>(answer), answer);
    }

    /// <summary>Posts a score (section 3.4).</summary>
    public Task<Answer> PostAsync(string lineItem, Score score, CancellationToken cancel) =>
        SendAsync(() => Post(LineItemAddress.Scores(lineItem), score, ScoreType), cancel);

    /// <summary>What stands in the gradebook for a person (section 3.3), or null for nothing.</summary>
    public async Task<(Result? Result, Answer Answer)> ResultAsync(string lineItem, string userId, CancellationToken cancel)
    {
        var answer = await SendAsync(() => Get(LineItemAddress.Results(lineItem, userId), ResultsType), cancel);
        return (Read<Result[]>(answer)?.FirstOrDefault(result => result.UserId == userId), answer);
    }

    Task<Answer> SendAsync(Func<HttpRequestMessage> request, CancellationToken cancel) =>
        services.SendAsync(platform, scopes, request, cancel);

    static HttpRequestMessage Get(string address, string accept)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Accept.ParseAdd(accept);
        return request;
    }

    static HttpRequestMessage Post<T>(string address, T body, MediaTypeHeaderValue type)
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(body)));
        content.Headers.ContentType = type;
        return new HttpRequestMessage(HttpMethod.Post, address) { Content = content };
    }

    static T? Read<T>(Answer answer) where T : class
    {
        if (!answer.Succeeded)
            return null;
        try
        {
            return JsonSerializer.Deserialize<T>(answer.Body);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
