using Ical.Net;
using LtiMentoring.Web.Tests.Hosts;

namespace LtiMentoring.Web.Tests.Learn;

public sealed class CheckInTests(KindsStage stage) : IClassFixture<KindsStage>
{
    [Fact]
    public async Task The_plan_becomes_a_calendar_file_at_the_districts_hour()
    {
        var mentor = await stage.ArriveAsync();
        var kept = await KindsStage.DoAsync(mentor, "first/meetings", [.. KindsStage.Meetings]);

        var file = await mentor.GetAsync("/check-ins.ics");

        Assert.Contains("Thursday, September 17, 2026", kept.Text, StringComparison.Ordinal);
        Assert.StartsWith("text/calendar", file.Headers["Content-Type"], StringComparison.Ordinal);
        var meeting = Calendar.Load(file.Html)!.Events.Single();
        // 3:15 p.m. in Chicago, before and after the clocks change.
        var starts = meeting.GetOccurrences().Take(10).Select(occurrence => occurrence.Period.StartTime.AsUtc).ToList();
        Assert.Equal(new DateTime(2026, 9, 17, 20, 15, 0, DateTimeKind.Utc), starts[0]);
        Assert.Equal(new DateTime(2026, 11, 12, 21, 15, 0, DateTimeKind.Utc), starts[4]);
        Assert.Equal(10, meeting.GetOccurrences().Count());
        Assert.Equal("Room 114", meeting.Location);
        Assert.Empty(meeting.Attendees);
        // A calendar need not know the zone by its name (RFC 5545, section 3.6.5).
        Assert.Contains("BEGIN:DAYLIGHT", file.Html, StringComparison.Ordinal);
        Assert.Contains("BEGIN:STANDARD", file.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_changed_plan_moves_the_same_meetings()
    {
        var mentor = await stage.ArriveAsync();
        await KindsStage.DoAsync(mentor, "first/meetings", [.. KindsStage.Meetings]);
        var before = Calendar.Load((await mentor.GetAsync("/check-ins.ics")).Html)!.Events.Single();

        await KindsStage.DoAsync(mentor, "first/meetings", [.. KindsStage.Meetings.Skip(1), ("words.first", "2026-09-24")]);

        var after = Calendar.Load((await mentor.GetAsync("/check-ins.ics")).Html)!.Events.Single();
        Assert.Equal(before.Uid, after.Uid);
        Assert.True(after.Sequence > before.Sequence);
        Assert.Equal(24, after.Start!.Day);
    }

    [Theory]
    [InlineData("words.first", "someday", "#first")]
    [InlineData("words.first", "9999-12-31", "#first")]
    [InlineData("words.first", "0001-01-01", "#first")]
    [InlineData("words.time", "noonish", "#first")]
    [InlineData("words.minutes", "0", "#minutes")]
    [InlineData("words.minutes", "9999", "#minutes")]
    [InlineData("words.times", "61", "#minutes")]
    [InlineData("words.every", "9", "#minutes")]
    public async Task What_cannot_be_planned_is_asked_for_again(string field, string value, string place)
    {
        var mentor = await stage.ArriveAsync();

        var refused = await KindsStage.DoAsync(mentor, "first/meetings", [.. KindsStage.Meetings.Where(given => given.Item1 != field), (field, value)]);

        Assert.Equal(place, refused.Document.QuerySelector(".errors a")!.GetAttribute("href"));
        Assert.Equal("Room 114", refused.Document.QuerySelector("#where")!.GetAttribute("value"));
        Assert.Equal(404, (await mentor.GetAsync("/check-ins.ics")).Status);
    }
}
