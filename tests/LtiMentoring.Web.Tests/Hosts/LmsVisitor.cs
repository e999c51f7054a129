using AngleSharp.Html.Dom;
using LtiMentoring.SampleLms;

namespace LtiMentoring.Web.Tests.Hosts;

/// <summary>
/// A browser in which somebody is signed in to the sample LMS and opens an activity: from the LMS's page through login,
/// authorization and form posts to the tool's first page, as the frame in the LMS would.
/// </summary>
public sealed class LmsVisitor(Lms lms) : IDisposable
{
    readonly HttpClient client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
    string cookie = "";

    /// <summary>The frame with the tool in it.</summary>
    public Visitor Frame { get; } = new();

    public async Task<Page> LaunchAsync(string person, string link)
    {
        var request = await LoginAsync(person, link);
        return request.Status == 303 ? await AnswerAsync(request) : request;
    }

    /// <summary>Signs in and opens the activity. Ends at the address at the LMS where the tool sends the browser.</summary>
    public async Task<Page> LoginAsync(string person, string link)
    {
        using var signedIn = await client.GetAsync($"{lms.Address}/as/{person}");
        cookie = signedIn.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
        return await PostAsync(await LmsPageAsync($"{lms.Address}/launch/{link}"));
    }

    /// <summary>Goes on from that address to the tool.</summary>
    /// <param name="request">Where the tool sent the browser.</param>
    /// <param name="replica">The replica of the tool that gets the answer; the one that is registered without it.</param>
    public async Task<Page> AnswerAsync(Page request, string? replica = null)
    {
        var (action, fields) = FormOf(await AuthorizeAsync(request));
        return await Frame.PostAsync(replica is null ? action : replica + new Uri(action).PathAndQuery, fields);
    }

    /// <summary>The LMS's answer to a login: a page whose form holds the id_token.</summary>
    public Task<Page> AuthorizeAsync(Page request) => LmsPageAsync(request.Address.AbsoluteUri);

    /// <summary>The address and the fields that a page of the LMS would post by itself.</summary>
    public static (string Action, List<KeyValuePair<string, string>> Fields) FormOf(Page page)
    {
        var form = page.Form("form#send");
        return (form.GetAttribute("action")!, [.. form.Elements.OfType<IHtmlInputElement>().Select(input => KeyValuePair.Create(input.Name!, input.Value))]);
    }

    Task<Page> PostAsync(Page page)
    {
        var (action, fields) = FormOf(page);
        return Frame.PostAsync(action, fields);
    }

    async Task<Page> LmsPageAsync(string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Add("Cookie", cookie);
        using var response = await client.SendAsync(request);
        return new Page(response, await response.Content.ReadAsStringAsync(), new Uri(address));
    }

    public void Dispose()
    {
        client.Dispose();
        Frame.Dispose();
    }
}
