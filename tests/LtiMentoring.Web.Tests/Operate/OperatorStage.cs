using System.Net;
using LtiMentoring.SampleLms;
using LtiMentoring.SampleLms.Registering;
using LtiMentoring.Web.Operate;
using LtiMentoring.Web.Tests.Hosts;
using LtiMentoring.Web.Tests.Machine;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace LtiMentoring.Web.Tests.Operate;

/// <summary>A tool that knows no LMS yet, an LMS that knows no tool, and an operator who came by the one-time link.</summary>
public abstract class OperatorStage(PostgresServer? server) : DatabaseStage(server)
{
    WebApplication app = null!;

    public Lms Lms { get; private set; } = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        app = SampleLmsApp.Build(new SampleLmsOptions { Fresh = true }, Clock);
        await app.StartAsync();
        Lms = app.Services.GetRequiredService<Lms>();
    }

    /// <summary>An operator's browser, let in by a link of its own.</summary>
    public async Task<Operator> ComeAsync()
    {
        var browser = new Operator(Tool.Address);
        await using var scope = Tool.Services.CreateAsyncScope();
        await browser.EnterAsync(await scope.ServiceProvider.GetRequiredService<OneTimeLinks>().ForOperatorAsync(CancellationToken.None));
        return browser;
    }

    /// <summary>The address that the LMS opens when it was given the tool's link.</summary>
    public string Invite(string link, RegistrationQuirks? quirks = null) => Lms.Invitations.Give(link, quirks ?? new RegistrationQuirks { ActiveAtOnce = true });

    public override async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        await base.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}

/// <summary>A browser with the operator's cookie, which no frame is ever sent.</summary>
public sealed class Operator(string tool) : IDisposable
{
    readonly HttpClient client = new(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() });

    // The cookie says Secure, and this is plain http on one machine, where a browser keeps it all the same.
    string cookie = "";

    public async Task EnterAsync(string link)
    {
        using var response = await client.PostAsync(new Uri(link), new FormUrlEncodedContent([]));
        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        cookie = response.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
    }

    public Task<Page> GetAsync(string path) => SendAsync(HttpMethod.Get, new Uri(new Uri(tool), path), null);

    /// <summary>Sends the form on a page whose action ends so, with these fields beside those that it carries.</summary>
    public Task<Page> SubmitAsync(Page page, string action, params (string Name, string Value)[] fields)
    {
        var form = page.Document.QuerySelectorAll("form").Single(one => one.GetAttribute("action")!.EndsWith(action, StringComparison.Ordinal));
        return SendAsync(HttpMethod.Post, new Uri(page.Address, form.GetAttribute("action")),
        [
            .. form.QuerySelectorAll("input[type=hidden]").Select(hidden => KeyValuePair.Create(hidden.GetAttribute("name")!, hidden.GetAttribute("value")!)),
            .. fields.Select(field => KeyValuePair.Create(field.Name, field.Value)),
        ]);
    }

    async Task<Page> SendAsync(HttpMethod method, Uri address, IEnumerable<KeyValuePair<string, string>>? form)
    {
        using var request = new HttpRequestMessage(method, address) { Content = form is null ? null : new FormUrlEncodedContent(form) };
        request.Headers.TryAddWithoutValidation("Cookie", cookie);
        using var response = await client.SendAsync(request);
        return response.StatusCode == HttpStatusCode.SeeOther
            ? await SendAsync(HttpMethod.Get, new Uri(address, response.Headers.Location!), null)
            : new Page(response, await response.Content.ReadAsStringAsync(), address);
    }

    public void Dispose() => client.Dispose();
}
