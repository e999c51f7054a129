using LtiMentoring.Lti.Launch;
using LtiMentoring.Lti.Services;
using LtiMentoring.Lti.Tests.Hosts;

namespace LtiMentoring.Lti.Tests.Launch;

/// <summary>What holds while a platform's keys cannot be had.</summary>
public sealed class StaleKeysTests : IAsyncLifetime
{
    readonly ManualClock clock = new();
    readonly LtiHttp http = Wire.Open();
    PlatformSite site = null!;
    PlatformKeys keys = null!;

    public async ValueTask InitializeAsync()
    {
        site = await PlatformSite.StartAsync();
        keys = new PlatformKeys(http, clock);
        site.AnswerJson("/jwks", PlatformKey.Set(PlatformKey.One.Jwk("one")));
        await FindAsync("one");
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await site.DisposeAsync();
    }

    Task<(Microsoft.IdentityModel.Tokens.SecurityKey? Key, string? Failure)> FindAsync(string kid) =>
        keys.FindAsync($"{site.Address}/jwks", kid, CancellationToken.None);

    [Theory]
    [InlineData(503, "")]
    [InlineData(200, "<html>back in five minutes</html>")]
    [InlineData(200, """{"message":"back in five minutes"}""")]
    [InlineData(200, """{"keys":null}""")]
    [InlineData(200, """{"keys":[]}""")]
    [InlineData(204, "")]
    [InlineData(302, """{"keys":[]}""")]
    public async Task Keys_that_grew_old_serve_while_the_platform_gives_no_others(int status, string body)
    {
        site.Answers["/jwks"] = http => status == 204 ? NoContent(http) : PlatformSite.WriteAsync(http, body, status);
        clock.Advance(TimeSpan.FromHours(23));

        Assert.True(PlatformKey.One.Is((await FindAsync("one")).Key));
        Assert.Equal(2, site.Asked.Count);

        static Task NoContent(HttpContext http)
        {
            http.Response.StatusCode = 204;
            return Task.CompletedTask;
        }
    }

    [Fact]
    public async Task Keys_that_grew_old_serve_for_a_day_and_no_longer()
    {
        site.AnswerJson("/jwks", "", status: 404);
        clock.Advance(TimeSpan.FromHours(24));

        Assert.Equal((null, "404 Not Found"), await FindAsync("one"));
    }

    [Fact]
    public async Task Nobody_stands_in_line_for_newer_keys_while_old_ones_serve()
    {
        var gate = new TaskCompletionSource();
        site.Answers["/jwks"] = _ => gate.Task;
        clock.Advance(TimeSpan.FromHours(2));

        var asking = FindAsync("one");
        var others = Enumerable.Range(0, 20).Select(_ => FindAsync("one")).ToList();

        Assert.All(await Task.WhenAll(others).WaitAsync(TimeSpan.FromSeconds(5)), found => Assert.True(PlatformKey.One.Is(found.Key)));
        Assert.False(asking.IsCompleted);
        gate.SetResult();
        await asking;
        Assert.Equal(2, site.Asked.Count);
    }

    [Fact]
    public async Task The_failure_is_named_and_gone_when_the_platform_is_back()
    {
        site.AnswerJson("/jwks", "try later", status: 500);
        clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal((null, "500 Internal Server Error: try later"), await FindAsync("two"));
        site.AnswerJson("/jwks", PlatformKey.Set(PlatformKey.One.Jwk("one")));
        clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal((null, null), await FindAsync("two"));
    }

    [Fact]
    public async Task A_platform_that_is_not_there_is_named()
    {
        var (key, failure) = await keys.FindAsync("http://127.0.0.1:1/jwks", "one", CancellationToken.None);

        Assert.Null(key);
        Assert.Contains("refused", failure, StringComparison.Ordinal);
    }
}
