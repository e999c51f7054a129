using LtiMentoring.Web.Hosting;
using LtiMentoring.Web.PassBack;
using LtiMentoring.Web.Storage;

namespace LtiMentoring.Web.Tests.PassBack;

public sealed class WaitsTests
{
    readonly Waits waits = new();

    [Theory]
    [InlineData(1, 5)]
    [InlineData(2, 10)]
    [InlineData(3, 20)]
    [InlineData(10, 2560)]
    [InlineData(13, 20_480)]
    [InlineData(14, 21_600)]
    [InlineData(1_000_000, 21_600)]
    public void Grow_from_seconds_to_hours_and_never_end(int tries, int seconds)
    {
        var drawn = Enumerable.Range(0, 200).Select(_ => waits.After(tries, null).TotalSeconds).ToList();

        Assert.All(drawn, wait => Assert.InRange(wait, seconds / 2.0, seconds));
        Assert.True(drawn.Max() - drawn.Min() > seconds / 4.0, "A thousand receipts would return at one moment.");
    }

    [Theory]
    [InlineData(90, 90)]
    [InlineData(0, 1)]
    [InlineData(-5, 1)]
    [InlineData(10_000_000, 86_400)]
    public void Are_as_long_as_the_LMS_asks_within_reason(int asked, int seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), waits.After(1, TimeSpan.FromSeconds(asked)));

    [Fact]
    public void Leave_a_sender_time_to_send() => Assert.True(waits.Lease >= TimeSpan.FromMinutes(2));

    /// <summary>By second: what was earned, what was sent last, what is sent next.</summary>
    [Theory]
    [InlineData("12:00:00.500", null, "12:00:00.500")]
    [InlineData("12:00:05.000", "12:00:00.900", "12:00:05.000")]
    [InlineData("12:00:00.500", "12:00:00.500", "12:00:01.000")]
    [InlineData("12:00:00.900", "12:00:00.100", "12:00:01.000")]
    [InlineData("12:00:01.000", "12:00:00.999", "12:00:01.000")]
    [InlineData("12:00:00.000", "13:30:00.001", "13:30:01.000")]
    public void A_message_is_later_by_whole_seconds_than_the_last_one(string earned, string? last, string next)
    {
        Assert.Equal(At(next), ScoreFor.Later(At(earned), last is null ? null : At(last)));

        static DateTime At(string time) => DateTime.SpecifyKind(DateTime.Parse($"2026-08-26T{time}", System.Globalization.CultureInfo.InvariantCulture), DateTimeKind.Utc);
    }

    [Theory]
    [InlineData(200, ReceiptState.Accepted)]
    [InlineData(201, ReceiptState.Accepted)]
    [InlineData(204, ReceiptState.Accepted)]
    [InlineData(0, ReceiptState.Pending)]
    [InlineData(401, ReceiptState.Pending)]
    [InlineData(408, ReceiptState.Pending)]
    [InlineData(425, ReceiptState.Pending)]
    [InlineData(429, ReceiptState.Pending)]
    [InlineData(500, ReceiptState.Pending)]
    [InlineData(503, ReceiptState.Pending)]
    [InlineData(599, ReceiptState.Pending)]
    [InlineData(404, ReceiptState.WaitsForLaunch)]
    [InlineData(410, ReceiptState.WaitsForLaunch)]
    [InlineData(302, ReceiptState.NeedsPerson)]
    [InlineData(400, ReceiptState.NeedsPerson)]
    [InlineData(403, ReceiptState.NeedsPerson)]
    [InlineData(409, ReceiptState.NeedsPerson)]
    [InlineData(413, ReceiptState.NeedsPerson)]
    [InlineData(422, ReceiptState.NeedsPerson)]
    public void An_answer_says_what_becomes_of_a_receipt(int status, ReceiptState state) =>
        Assert.Equal(state, Outcome.Of(new Lti.Services.Answer(status, "", "", null)).State);
}
