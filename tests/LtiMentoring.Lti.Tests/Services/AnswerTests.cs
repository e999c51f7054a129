using LtiMentoring.Lti.Services;
using LtiMentoring.Lti.Tests.Hosts;

namespace LtiMentoring.Lti.Tests.Services;

/// <summary>What is kept of a platform's answer.</summary>
public sealed class AnswerTests
{
    static async Task<Answer> GetAsync(string headers, string status = "503 Busy", string body = "")
    {
        using var site = new LiteralSite($"HTTP/1.1 {status}\r\nConnection: close\r\n{headers}\r\n{body}");
        using var http = Wire.Open(new ManualClock());
        return await http.GetAsync(site.Address);
    }

    [Theory]
    [InlineData("Retry-After: 120\r\n", 120)]
    [InlineData("Retry-After: 0\r\n", 0)]
    [InlineData("Retry-After: Wed, 26 Aug 2026 20:14:09 GMT\r\n", 120)]
    [InlineData("Date: Wed, 26 Aug 2026 21:00:00 GMT\r\nRetry-After: Wed, 26 Aug 2026 21:02:00 GMT\r\n", 120)]
    [InlineData("Retry-After: Wed, 26 Aug 2026 20:00:00 GMT\r\n", 0)]
    public async Task How_long_to_wait_is_read_in_seconds_or_as_a_date(string headers, int seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), (await GetAsync(headers)).RetryAfter);

    [Theory]
    [InlineData("")]
    [InlineData("Retry-After: soon\r\n")]
    [InlineData("Retry-After: -5\r\n")]
    [InlineData("Retry-After: 1.5\r\n")]
    [InlineData("Retry-After: 99999999999999\r\n")]
    [InlineData("Retry-After: Wed, 99 Aug 2026 20:14:09 GMT\r\n")]
    [InlineData("Retry-After:\r\n")]
    public async Task A_wait_that_cannot_be_read_is_none(string headers) => Assert.Null((await GetAsync(headers)).RetryAfter);

    [Theory]
    [InlineData("""Link: <https://lms.example.org/items?p=2>; rel="next" """, "https://lms.example.org/items?p=2")]
    [InlineData("Link: <https://lms.example.org/items?p=2>; rel=next", "https://lms.example.org/items?p=2")]
    [InlineData("Link: <https://lms.example.org/items?p=2>; rel=\u00e2\u0080\u009cnext\u00e2\u0080\u009d", "https://lms.example.org/items?p=2")]
    [InlineData("""Link: <https://lms.example.org/Items?a=1,2&p=2>; title="x"; REL='NEXT'""", "https://lms.example.org/Items?a=1,2&p=2")]
    [InlineData("""Link: <https://lms.example.org/1>; rel="first", <https://lms.example.org/2>; rel="last next" """, "https://lms.example.org/2")]
    [InlineData("Link: <https://lms.example.org/1>; rel=first\r\nLink: <https://lms.example.org/2>; rel=next", "https://lms.example.org/2")]
    public async Task Where_a_list_goes_on_is_read_letter_by_letter(string header, string next) =>
        Assert.Equal(next, (await GetAsync($"{header.TrimEnd()}\r\n")).Next);

    [Theory]
    [InlineData("")]
    [InlineData("Link: <https://lms.example.org/1>; rel=\"prev\"\r\n")]
    [InlineData("Link: <https://lms.example.org/1>; rel=\"https://lms.example.org/next\"\r\n")]
    [InlineData("Link: <https://lms.example.org/1>; title=\"next\"\r\n")]
    [InlineData("Link: <https://lms.example.org/1>\r\n")]
    [InlineData("Link: <file:///etc/passwd>; rel=next\r\n")]
    [InlineData("Link: <https://user:pw@lms.example.org/>; rel=next\r\n")]
    [InlineData("Link: https://lms.example.org/1; rel=next\r\n")]
    [InlineData("Link: <\r\n")]
    [InlineData("Link: ;,=<>;rel\r\n")]
    public async Task A_list_without_a_next_page_ends(string headers) => Assert.Null((await GetAsync(headers)).Next);

    [Fact]
    public async Task A_next_page_may_be_relative_to_this_one()
    {
        await using var site = await PlatformSite.StartAsync();
        site.Answers["/a/items"] = http =>
        {
            http.Response.Headers.Link = "<?page=2>; rel=\"next\"";
            return Task.CompletedTask;
        };
        using var http = Wire.Open();

        Assert.Equal($"{site.Address}/a/items?page=2", (await http.GetAsync($"{site.Address}/a/items?page=1")).Next);
    }

    [Theory]
    [InlineData("400 Incorrect score received", "", "400 Incorrect score received")]
    [InlineData("409 Conflict", "{\r\n  \"reason\": \"later\"\r\n}\r\n", "409 Conflict: {    \"reason\": \"later\"  }")]
    [InlineData("500 Oops", "a\u2028b\u202ec\0d\u001b[31m\U0001F600", "500 Oops: a b c d [31m\U0001F600")]
    public void The_words_are_the_platforms_own_in_one_line(string status, string body, string words)
    {
        var answer = new Answer(int.Parse(status[..3], System.Globalization.CultureInfo.InvariantCulture), status[4..], body, null);

        Assert.Equal(words, answer.Words);
    }

    [Fact]
    public void The_words_are_short_and_end_with_a_whole_letter()
    {
        var answer = new Answer(500, "Oops", $"\ud800{new string('x', 488)}\U0001F600{new string('y', 100_000)}", null);

        Assert.Equal($"500 Oops: \ufffd{new string('x', 488)}", answer.Words);
    }
}
