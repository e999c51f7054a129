using System.Net.Http.Headers;
using FsCheck;
using FsCheck.Fluent;
using LtiMentoring.Lti.Tests.Launch.Mutation;
using LtiMentoring.Web.Tests.Hosts;
using Microsoft.EntityFrameworkCore;

namespace LtiMentoring.Web.Tests.Launch;

/// <summary>However a good launch is changed, the tool refuses it with a page. A failure says how, and by which seed.</summary>
public sealed class MutantTests(LaunchStage stage) : IClassFixture<LaunchStage>, IAsyncLifetime
{
    static readonly LaunchCase Good = new() { About = "a good launch", Expect = "" };

    readonly Visitor visitor = new();
    readonly HttpClient client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });

    public async ValueTask InitializeAsync() => await stage.ClearAsync();

    static Config Rules(int count) => Config.QuickThrowOnFailure.WithMaxTest(count).WithReplay(20_261_127, 13);

    [Fact]
    public async Task No_changed_token_opens_anything()
    {
        var request = await stage.Play.BeginAsync(visitor, Good);
        var token = new GoodToken(stage.Platform.Key, stage.Platform.Header().ToJsonString(),
            stage.Platform.Payload(request.Query("nonce"), stage.Play.Target, stage.Clock.GetUtcNow()).ToJsonString());

        Prop.ForAll(Mutants.Of(token).ToArbitrary(), mutant => AssertRefused(Form(mutant.Token, request.Query("state")))).Check(Rules(1_500));

        await AssertOpensAtLastAsync(Form(token.Text, request.Query("state")));
    }

    [Fact]
    public async Task No_changed_answer_opens_anything()
    {
        var request = await stage.Play.BeginAsync(visitor, Good);
        var answer = stage.Play.Answer(request, Good);
        var good = Form((string)answer["id_token"]!, (string)answer["state"]!);

        Prop.ForAll(ChangedAnswer(good).ToArbitrary(), AssertRefused).Check(Rules(800));

        await AssertOpensAtLastAsync(good);
    }

    [Fact]
    public async Task No_answer_to_a_changed_login_opens_anything()
    {
        var good = stage.Platform.Login(stage.Play.Target).ToDictionary(field => field.Key, field => field.Value!.ToString());
        // A login may leave out the client where there is only one.
        var logins = Mutants.OfLogin(good).Where(login => login.GetValueOrDefault("client_id") is { Length: > 0 });

        Prop.ForAll(logins.ToArbitrary(), login => AssertRefusedInTheEndAsync(login).GetAwaiter().GetResult()).Check(Rules(400));

        Assert.Equal(200, (await stage.LaunchAsync(visitor)).Status);
    }

    async Task AssertRefusedInTheEndAsync(Dictionary<string, string> login)
    {
        var request = await visitor.PostAsync($"{stage.Tool.Address}/lti/login", login);
        if (request.Address.GetLeftPart(UriPartial.Authority) == stage.Platform.Issuer)
            request = await stage.Play.EndAsync(visitor, stage.Play.Answer(request, Good));
        AssertRefused(request.Status, request.Html, string.Join('&', login));
    }

    /// <summary>An answer with a letter changed or missing, a field twice or under another name, or of another type.</summary>
    static Gen<(string Body, string Type)> ChangedAnswer((string Body, string Type) good) => Gen.OneOf(
        from at in Gen.Choose(0, good.Body.Length - 1)
        from letter in Gen.Elements("AZaz09-_.%&=+;\n\0/*".ToCharArray())
        where letter != good.Body[at]
        select ($"{good.Body[..at]}{letter}{good.Body[(at + 1)..]}", good.Type),
        from at in Gen.Choose(0, good.Body.Length - 1)
        select (good.Body.Remove(at, 1), good.Type),
        from at in Gen.Choose(0, good.Body.Length - 1)
        select (good.Body[..at], good.Type),
        from name in Gen.Elements("id_token", "state", "error", "ID_TOKEN", "State")
        from value in Gen.Elements("x", "%00", "%FF%FE", "a.b.c", "%F0%9F%8C%BB")
        from front in Gen.Elements(true, false)
        select (front ? $"{name}={value}&{good.Body}" : $"{good.Body}&{name}={value}", good.Type),
        from type in Gen.Elements("text/plain", "application/json", "application/jwt", "application/xml", "application/octet-stream")
        select (good.Body, type));

    static (string Body, string Type) Form(string token, string state) =>
        ($"id_token={Uri.EscapeDataString(token)}&state={Uri.EscapeDataString(state)}", "application/x-www-form-urlencoded");

    void AssertRefused((string Body, string Type) form) => AssertRefusedAsync(form).GetAwaiter().GetResult();

    async Task AssertRefusedAsync((string Body, string Type) form)
    {
        using var answer = await SendAsync(form);
        AssertRefused((int)answer.StatusCode, await answer.Content.ReadAsStringAsync(), $"{form.Type}: {form.Body}");
    }

    static void AssertRefused(int status, string html, string sent) =>
        Assert.True(status == 400 && html.Contains("launch refused", StringComparison.Ordinal), $"{status} {html} came of {sent}");

    async Task<HttpResponseMessage> SendAsync((string Body, string Type) form)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{stage.Tool.Address}/lti/launch") { Content = new StringContent(form.Body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(form.Type);
        request.Headers.Add("Cookie", visitor.CookiesFor("/lti/launch"));
        return await client.SendAsync(request);
    }

    /// <summary>Nothing was opened until now, and what was changed opens when it is not.</summary>
    async Task AssertOpensAtLastAsync((string Body, string Type) good)
    {
        Assert.Equal(0, await stage.Tool.ReadAsync(db => db.Sessions.IgnoreQueryFilters().CountAsync()));
        using var answer = await SendAsync(good);
        Assert.Equal(303, (int)answer.StatusCode);
        Assert.Equal(1, await stage.Tool.ReadAsync(db => db.Sessions.IgnoreQueryFilters().CountAsync()));
    }

    public ValueTask DisposeAsync()
    {
        visitor.Dispose();
        client.Dispose();
        return ValueTask.CompletedTask;
    }
}
