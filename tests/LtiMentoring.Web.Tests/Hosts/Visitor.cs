using System.Collections.Concurrent;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace LtiMentoring.Web.Tests.Hosts;

/// <summary>
/// A browser without script, as far as these tests need one: keeps cookies by path, follows redirects on the tool's own
/// site, fills in forms. A browser that blocks cookies is one with <see cref="KeepsCookies"/> off.
/// </summary>
public sealed class Visitor : IDisposable
{
    readonly HttpClient client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
    // Two requests may be under way at once, as in a browser.
    readonly ConcurrentDictionary<(string Path, string Name), string> cookies = [];

    public bool KeepsCookies { get; init; } = true;

    /// <summary>What a browser says about where the answer goes; empty for one that does not say.</summary>
    public string Destination { get; init; } = "iframe";

    /// <summary>What a browser says about whose page sent it here; empty for one that does not say.</summary>
    public string Site { get; set; } = "";

    public string Language { get; init; } = "en-US,en";

    /// <summary>Where the last request ended.</summary>
    public Uri Address { get; private set; } = new("http://nowhere.invalid");

    public Task<Page> GetAsync(string address) => SendAsync(HttpMethod.Get, new Uri(Address, address), null);

    public Task<Page> PostAsync(string address, IEnumerable<KeyValuePair<string, string>> form) =>
        SendAsync(HttpMethod.Post, new Uri(Address, address), form);

    /// <summary>Sends a page's form as if a button had been pressed.</summary>
    /// <param name="form">The form.</param>
    /// <param name="fields">What the person filled in, by name; also the button's name and value.</param>
    public Task<Page> SubmitAsync(IHtmlFormElement form, params (string Name, string Value)[] fields)
    {
        var values = form.Elements.OfType<IHtmlInputElement>().Where(input => input.Type == "hidden" || input is { Type: "checkbox", IsChecked: true })
            .Select(input => KeyValuePair.Create(input.Name!, input.Value))
            .Concat(form.Elements.OfType<IHtmlTextAreaElement>().Select(area => KeyValuePair.Create(area.Name!, area.Value)))
            .Where(field => fields.All(given => given.Name != field.Key))
            .Concat(fields.Select(given => KeyValuePair.Create(given.Name, given.Value)));
        return PostAsync(form.GetAttribute("action") is { Length: > 0 } action ? action : Address.PathAndQuery, values);
    }

    /// <summary>Presses a button, which may stand outside of its form and lead it elsewhere.</summary>
    public Task<Page> PressAsync(Page page, string button, params (string Name, string Value)[] fields)
    {
        var pressed = (IHtmlButtonElement)(page.Document.QuerySelector(button) ?? throw new InvalidOperationException($"No {button} in: {page.Text}"));
        var form = pressed.Form!;
        var action = pressed.GetAttribute("formaction") ?? form.GetAttribute("action");
        return PostAsync(string.IsNullOrEmpty(action) ? Address.PathAndQuery : action, form.Elements.OfType<IHtmlInputElement>().Where(input => input.Type == "hidden" || input is { Type: "checkbox", IsChecked: true })
            .Select(input => KeyValuePair.Create(input.Name!, input.Value))
            .Concat(form.Elements.OfType<IHtmlTextAreaElement>().Select(area => KeyValuePair.Create(area.Name!, area.Value)))
            .Where(field => fields.All(given => given.Name != field.Key))
            .Append(KeyValuePair.Create(pressed.GetAttribute("name") ?? "", pressed.GetAttribute("value") ?? ""))
            .Concat(fields.Select(given => KeyValuePair.Create(given.Name, given.Value))));
    }

    /// <summary>Another browser with the same cookies: what a thief would have.</summary>
    public Visitor Copy()
    {
        var copy = new Visitor { Destination = Destination, Language = Language };
        foreach (var (key, value) in cookies)
            copy.cookies[key] = value;
        return copy;
    }

    /// <summary>The cookies that would go along to this path.</summary>
    public string CookiesFor(string path) => string.Join("; ",
        cookies.Where(cookie => path.StartsWith(cookie.Key.Path, StringComparison.Ordinal)).Select(cookie => $"{cookie.Key.Name}={cookie.Value}"));

    async Task<Page> SendAsync(HttpMethod method, Uri address, IEnumerable<KeyValuePair<string, string>>? form)
    {
        for (var hops = 0; hops < 10; hops++)
        {
            using var request = new HttpRequestMessage(method, address) { Content = form is null ? null : new FormUrlEncodedContent(form) };
            request.Headers.TryAddWithoutValidation("Accept-Language", Language);
            if (Destination.Length > 0)
                request.Headers.TryAddWithoutValidation("Sec-Fetch-Dest", Destination);
            if (Site.Length > 0)
                request.Headers.TryAddWithoutValidation("Sec-Fetch-Site", Site);
            if (CookiesFor(address.AbsolutePath) is { Length: > 0 } sent)
                request.Headers.TryAddWithoutValidation("Cookie", sent);
            using var response = await client.SendAsync(request);
            Keep(response);
            Address = address;
            if (response.Headers.Location is { } next && IsRedirect(response))
            {
                var target = new Uri(address, next);
                if (target.Authority != address.Authority)
                    return new Page(response, "", target);
                (method, address, form) = (HttpMethod.Get, target, null);
                continue;
            }
            return new Page(response, await response.Content.ReadAsStringAsync(), address);
        }
        throw new InvalidOperationException($"Too many redirects, the last to {address}");
    }

    static bool IsRedirect(HttpResponseMessage response) => (int)response.StatusCode is 301 or 302 or 303 or 307;

    void Keep(HttpResponseMessage response)
    {
        if (!KeepsCookies || !response.Headers.TryGetValues("Set-Cookie", out var headers))
            return;
        foreach (var header in headers)
        {
            var parts = header.Split(';', StringSplitOptions.TrimEntries);
            var (name, value) = (parts[0].Split('=', 2)[0], parts[0].Split('=', 2)[1]);
            var path = parts.Single(part => part.StartsWith("path=", StringComparison.OrdinalIgnoreCase))[5..];
            // A browser takes a partitioned cookie in a foreign frame only if it says all of this.
            Assert.All(["secure", "httponly", "samesite=none", "partitioned"],
                demand => Assert.Contains(demand, parts.Select(part => part.ToLowerInvariant())));
            if (parts.Contains("max-age=0"))
                cookies.TryRemove((path, name), out _);
            else
                cookies[(path, name)] = value;
        }
    }

    public void Dispose() => client.Dispose();
}

/// <summary>An answer, parsed.</summary>
public sealed class Page
{
    static readonly HtmlParser Parser = new();

    public Page(HttpResponseMessage response, string html, Uri address)
    {
        (Status, Html, Address) = ((int)response.StatusCode, html, address);
        Headers = response.Headers.Concat(response.Content.Headers).ToDictionary(header => header.Key, header => string.Join(',', header.Value), StringComparer.OrdinalIgnoreCase);
        Document = Parser.ParseDocument(html);
    }

    public int Status { get; }
    public string Html { get; }
    public IReadOnlyDictionary<string, string> Headers { get; }
    public IHtmlDocument Document { get; }

    /// <summary>Where the request ended, or for another site, where it is sent to.</summary>
    public Uri Address { get; }

    public string Text => Document.Body!.TextContent;
    public override string ToString() => $"{Status} {Address} {Text}";

    public string Heading => Document.QuerySelector("h1")?.TextContent.Trim() ?? "";
    public IHtmlFormElement Form(string selector = "main form") => (IHtmlFormElement)(Document.QuerySelector(selector) ?? throw new InvalidOperationException($"No {selector} in: {Text}"));

    /// <summary>What a form carries unseen, and what is sent with it, to be posted as often as wanted and wherever.</summary>
    public List<KeyValuePair<string, string>> Carried(params (string Name, string Value)[] fields) =>
    [
        .. Form().QuerySelectorAll("input[type=hidden]").Select(hidden => KeyValuePair.Create(hidden.GetAttribute("name")!, hidden.GetAttribute("value")!)),
        .. fields.Select(field => KeyValuePair.Create(field.Name, field.Value)),
    ];

    public string Query(string name) => System.Web.HttpUtility.ParseQueryString(Address.Query)[name]!;
}
