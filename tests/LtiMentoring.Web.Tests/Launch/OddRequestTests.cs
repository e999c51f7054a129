using System.Net.Http.Headers;
using LtiMentoring.Web.Tests.Hosts;

namespace LtiMentoring.Web.Tests.Launch;

/// <summary>Requests that no browser sends, and the longest that one may send.</summary>
public sealed class OddRequestTests(LaunchStage stage) : IClassFixture<LaunchStage>
{
    static readonly LaunchCase Good = new() { About = "a good launch", Expect = "" };

    public static TheoryData<string, string> Forms => new()
    {
        { "/lti/login", "iss=%00" },
        { "/lti/launch", "state=%00" },
        { "/lti/launch", "%00=x" },
        { "/lti/launch", string.Join('&', Enumerable.Range(0, 2_000).Select(number => $"a{number}=x")) },
        { "/lti/launch", new string('x', 5_000) + "=x" },
        { "/lti/launch", "state=%zz&id_token=%" },
        { "/lti/login", "iss=%FF%FE%C3" },
    };

    [Theory, MemberData(nameof(Forms), DisableDiscoveryEnumeration = true)]
    public async Task A_form_that_cannot_be_read_is_refused_with_a_page(string path, string form)
    {
        var (status, html) = await PostAsync(path, form);

        Assert.Equal(400, status);
        Assert.Contains("launch refused", html, StringComparison.Ordinal);
        Assert.DoesNotContain(stage.Tool.Log.Lines, line => line.Contains("A request failed", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_form_longer_than_any_of_ours_is_refused_as_such()
    {
        var (status, _) = await PostAsync("/lti/launch", $"id_token={new string('x', 3 * 1024 * 1024)}");

        Assert.Equal(413, status);
        Assert.DoesNotContain(stage.Tool.Log.Lines, line => line.Contains("A request failed", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("lti_message_hint", 'x', 3_700)]
    [InlineData("lti_message_hint", '"', 1_200)]
    [InlineData("lti_message_hint", 'é', 600)]
    [InlineData("login_hint", '\u202e', 400)]
    public async Task The_longest_login_goes_on_through_the_look_for_cookies(string name, char letter, int count)
    {
        using var visitor = new Visitor();
        var hint = new string(letter, count);

        var request = await stage.Play.BeginAsync(visitor, Good with { Login = new() { [name] = hint } });

        Assert.Equal(hint, request.Query(name));
    }

    async Task<(int Status, string Html)> PostAsync(string path, string form)
    {
        using var client = new HttpClient();
        using var content = new StringContent(form);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/x-www-form-urlencoded");
        using var answer = await client.PostAsync(stage.Tool.Address + path, content);
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}
