using LtiMentoring.Lti.Launch;
using LtiMentoring.Lti.Services;
using LtiMentoring.Lti.Tests.Hosts;

namespace LtiMentoring.Lti.Tests.Launch;

public sealed class PlatformKeysTests : IAsyncLifetime
{
    readonly ManualClock clock = new();
    readonly LtiHttp http = Wire.Open();
    PlatformSite site = null!;
    PlatformKeys keys = null!;

    public async ValueTask InitializeAsync()
    {
        site = await PlatformSite.StartAsync();
        keys = new PlatformKeys(http, clock);
        Publish(PlatformKey.One.Jwk("one"));
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await site.DisposeAsync();
    }

    void Publish(params System.Text.Json.Nodes.JsonObject[] published) => site.AnswerJson("/jwks", PlatformKey.Set(published));

    void Break() => site.AnswerJson("/jwks", """{"message":"back in five minutes"}""", status: 503);

    Task<(Microsoft.IdentityModel.Tokens.SecurityKey? Key, string? Failure)> FindAsync(string kid) =>
        keys.FindAsync($"{site.Address}/jwks", kid, CancellationToken.None);

    [Fact]
    public async Task Keys_that_are_known_are_not_asked_for_again_within_the_hour()
    {
        await FindAsync("one");
        clock.Advance(TimeSpan.FromMinutes(59));

        Assert.True(PlatformKey.One.Is((await FindAsync("one")).Key));
        Assert.Single(site.Asked);
    }

    [Fact]
    public async Task Keys_are_asked_for_again_after_an_hour_so_that_a_withdrawn_one_ends()
    {
        await FindAsync("one");
        Publish(PlatformKey.Two.Jwk("two"));
        clock.Advance(TimeSpan.FromHours(1));

        Assert.Equal((null, null), await FindAsync("one"));
        Assert.Equal(2, site.Asked.Count);
    }

    [Fact]
    public async Task A_rotation_is_no_outage()
    {
        await FindAsync("one");
        clock.Advance(TimeSpan.FromMinutes(10));
        Publish(PlatformKey.One.Jwk("one"), PlatformKey.Two.Jwk("two"));

        Assert.True(PlatformKey.Two.Is((await FindAsync("two")).Key));
        Assert.True(PlatformKey.One.Is((await FindAsync("one")).Key));
        Assert.Equal(2, site.Asked.Count);
    }

    [Fact]
    public async Task An_unknown_name_is_looked_for_once_and_then_not_until_the_cooldown_is_over()
    {
        await FindAsync("one");
        clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal((null, null), await FindAsync("nobody"));
        Assert.Equal((null, null), await FindAsync("nobody"));
        Assert.Equal(2, site.Asked.Count);
        clock.Advance(TimeSpan.FromSeconds(29));
        await FindAsync("nobody");
        Assert.Equal(2, site.Asked.Count);
        clock.Advance(TimeSpan.FromSeconds(1));
        await FindAsync("nobody");
        Assert.Equal(3, site.Asked.Count);
    }

    [Fact]
    public async Task A_thousand_unknown_names_in_a_minute_are_two_requests()
    {
        for (var n = 0; n < 1000; n++)
        {
            Assert.Null((await FindAsync($"nobody-{n}")).Key);
            clock.Advance(TimeSpan.FromMilliseconds(59));
        }

        Assert.Equal(2, site.Asked.Count);
        Assert.True(PlatformKey.One.Is((await FindAsync("one")).Key));
    }

    [Fact]
    public async Task A_thousand_unknown_names_at_once_are_one_request()
    {
        await FindAsync("one");
        clock.Advance(TimeSpan.FromMinutes(1));

        var found = await Task.WhenAll(Enumerable.Range(0, 1000).Select(n => Task.Run(() => FindAsync($"nobody-{n}"))));

        Assert.All(found, one => Assert.Equal((null, null), one));
        Assert.Equal(2, site.Asked.Count);
    }

    [Fact]
    public async Task A_new_key_is_found_in_the_midst_of_a_flood()
    {
        for (var n = 0; n < 1000; n++)
        {
            await FindAsync($"nobody-{n}");
            clock.Advance(TimeSpan.FromMilliseconds(60));
            if (n == 500)
                Publish(PlatformKey.One.Jwk("one"), PlatformKey.Two.Jwk("two"));
        }

        Assert.True(PlatformKey.Two.Is((await FindAsync("two")).Key));
        Assert.InRange(site.Asked.Count, 2, 3);
    }

    [Fact]
    public async Task While_the_platform_fails_it_is_asked_once_more_soon_and_then_twice_a_minute()
    {
        Break();

        List<int> asked = [];
        for (var minute = 0; minute < 3; minute++)
        {
            for (var n = 0; n < 1000; n++)
            {
                Assert.Equal("503 Service Unavailable: {\"message\":\"back in five minutes\"}", (await FindAsync($"nobody-{minute}-{n}")).Failure);
                clock.Advance(TimeSpan.FromMilliseconds(60));
            }
            asked.Add(site.Asked.Count);
        }

        Assert.Equal([3, 5, 7], asked);
    }

    [Fact]
    public async Task A_hundred_launches_at_once_are_one_request()
    {
        var gate = new TaskCompletionSource();
        var answer = site.Answers["/jwks"];
        site.Answers["/jwks"] = async http =>
        {
            await gate.Task;
            await answer(http);
        };

        var waiting = Enumerable.Range(0, 100).Select(_ => FindAsync("one")).ToList();
        gate.SetResult();

        Assert.All(await Task.WhenAll(waiting), found => Assert.True(PlatformKey.One.Is(found.Key)));
        Assert.Single(site.Asked);
    }

    [Fact]
    public async Task Whoever_gives_up_does_not_take_the_keys_from_the_others()
    {
        var gate = new TaskCompletionSource();
        var answer = site.Answers["/jwks"];
        site.Answers["/jwks"] = async http =>
        {
            await gate.Task;
            await answer(http);
        };
        using var first = new CancellationTokenSource();
        using var second = new CancellationTokenSource();

        var asking = keys.FindAsync($"{site.Address}/jwks", "one", first.Token);
        var givingUp = keys.FindAsync($"{site.Address}/jwks", "one", second.Token);
        var patient = FindAsync("one");
        await first.CancelAsync();
        await second.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => givingUp);
        gate.SetResult();

        Assert.True(PlatformKey.One.Is((await patient).Key));
        Assert.True(PlatformKey.One.Is((await asking).Key));
        Assert.Single(site.Asked);
    }

    [Fact]
    public async Task Keys_of_two_platforms_never_mix()
    {
        await using var other = await PlatformSite.StartAsync();
        other.AnswerJson("/jwks", PlatformKey.Set(PlatformKey.Two.Jwk("one"), PlatformKey.Two.Jwk("theirs")));

        Assert.True(PlatformKey.One.Is((await FindAsync("one")).Key));
        Assert.True(PlatformKey.Two.Is((await keys.FindAsync($"{other.Address}/jwks", "one", CancellationToken.None)).Key));
        Assert.Null((await FindAsync("theirs")).Key);
        site.AnswerJson("/JWKS", PlatformKey.Set(PlatformKey.Two.Jwk("one")));
        Assert.True(PlatformKey.Two.Is((await keys.FindAsync($"{site.Address}/JWKS", "one", CancellationToken.None)).Key));
    }
}
