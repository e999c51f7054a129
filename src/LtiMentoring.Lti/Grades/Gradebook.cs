using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using LtiMentoring.Lti.Services;

namespace LtiMentoring.Lti.Grades;

/// <summary>
/// A course's gradebook (Assignment and Grade Services 2.0). Each call answers with what was asked for, or with the
/// platform's answer when that was something else. A success that cannot be read is none: its answer has status 0 and says
/// so, because "nothing there" must never be concluded from a page that says "back in five minutes".
/// </summary>
/// <param name="services">Sends the calls.</param>
/// <param name="platform">Whose gradebook it is.</param>
/// <param name="granted">The scopes that the launch's grades claim granted (section 3.1); no others are asked for.</param>
/// <remarks>Addresses are absolute, as a launch or a line item gave them. Every call throws OperationCanceledException when it
/// is told to stop, and nothing else.</remarks>
public sealed class Gradebook(LtiServices services, Platform platform, IReadOnlyCollection<string> granted)
{
    const string LineItemType = "application/vnd.ims.lis.v2.lineitem+json";
    const string LineItemsType = "application/vnd.ims.lis.v2.lineitemcontainer+json";
    const string ResultsType = "application/vnd.ims.lis.v2.resultcontainer+json";

    /// <summary>No charset parameter: some platforms compare the content type letter by letter.</summary>
    static readonly MediaTypeHeaderValue ScoreType = new("application/vnd.ims.lis.v1.score+json");

    /// <summary>A thousand columns at Canvas's ten a page. A list that is longer has no end.</summary>
    const int MostPages = 100;

    readonly string[] scopes = [.. granted.Intersect(
        [Scopes.LineItem, Scopes.LineItemReadOnly, Scopes.Score, Scopes.ResultReadOnly], StringComparer.Ordinal)];

    /// <summary>Whether scores may be posted (section 3.4.2).</summary>
    public bool MayPostScores => scopes.Contains(Scopes.Score);

    /// <summary>Whether results may be read (section 3.3.2).</summary>
    public bool MayReadResults => scopes.Contains(Scopes.ResultReadOnly);

    /// <summary>Whether line items may be read (section 3.2).</summary>
    public bool MayFindLineItems => MayCreateLineItems || scopes.Contains(Scopes.LineItemReadOnly);

    /// <summary>Whether line items may be made (section 3.2).</summary>
    public bool MayCreateLineItems => scopes.Contains(Scopes.LineItem);

    /// <summary>One line item by its address (section 3.2.3).</summary>
    public async Task<(LineItem? Item, Answer Answer)> GetAsync(string lineItem, CancellationToken cancel) =>
        ReadItem(await SendAsync(() => Get(lineItem, LineItemType), cancel));

    /// <summary>The tool's line item for a thing (sections 3.2.10 and 3.2.11), or null with a success when there is none yet.</summary>
    public Task<(LineItem? Item, Answer Answer)> FindAsync(string lineItems, string resourceId, string tag, CancellationToken cancel) =>
        FirstAsync(
            WebAddress.With(WebAddress.With(lineItems, "resource_id", resourceId), "tag", tag), LineItemsType, LineItem.Read,
            // Platforms must filter (section 3.2.4), but not all do, so what comes back is filtered again.
            item => item.ResourceId == resourceId && item.Tag == tag && item.Id is not null, cancel);

    /// <summary>Makes a line item (section 3.2.5). What comes back may differ, and has an address.</summary>
    public async Task<(LineItem? Item, Answer Answer)> CreateAsync(string lineItems, LineItem item, CancellationToken cancel) =>
        ReadItem(await SendAsync(() => Post(lineItems, item, new MediaTypeHeaderValue(LineItemType)), cancel));

    /// <summary>Posts a score (section 3.4).</summary>
    public Task<Answer> PostAsync(string lineItem, Score score, CancellationToken cancel) =>
        SendAsync(() => Post(LineItemAddress.Scores(lineItem), score, ScoreType), cancel);

    /// <summary>What stands in the gradebook for a person (section 3.3), or null with a success for nothing.</summary>
    public Task<(Result? Result, Answer Answer)> ResultAsync(string lineItem, string userId, CancellationToken cancel) =>
        FirstAsync(LineItemAddress.Results(lineItem, userId), ResultsType, Result.Read, result => result.UserId == userId, cancel);

    /// <summary>The first match in a list that may have several pages (sections 3.2.4 and 3.3.6).</summary>
    async Task<(T? Found, Answer Answer)> FirstAsync<T>(
        string address, string type, Func<Fields, T> read, Func<T, bool> matches, CancellationToken cancel) where T : class
    {
        var last = Answer.None("the list has no page");
        await foreach (var page in PagesAsync(address, type, cancel))
        {
            (var items, last) = ReadItems(page, read);
            if (items is null)
                break;
            if (items.FirstOrDefault(matches) is { } found)
                return (found, last);
        }
        return (null, last);
    }

    static (List<T>? Items, Answer Answer) ReadItems<T>(Answer page, Func<Fields, T> read) =>
        page.Succeeded ? page.Read(JsonValueKind.Array, list => Fields.Objects(list).Select(read).ToList()) : (null, page);

    IAsyncEnumerable<Answer> PagesAsync(string address, string type, CancellationToken cancel) =>
        Pages.FollowAsync(address, MostPages, page => SendAsync(() => Get(page, type), cancel));

    static (LineItem? Item, Answer Answer) ReadItem(Answer answer) =>
        answer.Succeeded ? answer.Read(JsonValueKind.Object, json => LineItem.Read(new Fields(json))) : (null, answer);

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
}
