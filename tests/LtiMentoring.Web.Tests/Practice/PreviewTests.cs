using LtiMentoring.Web.Tests.Hosts;
using Microsoft.EntityFrameworkCore;

namespace LtiMentoring.Web.Tests.Practice;

public sealed class PreviewTests(MentorStage stage) : IClassFixture<MentorStage>
{
    [Theory]
    [InlineData("Instructor")]
    [InlineData("Administrator")]
    public async Task Staff_play_to_the_debrief_and_nothing_is_recorded(string role)
    {
        var staff = await stage.ArriveAsync(role, $"staff-{role}");

        await staff.ReadAsync("what-it-is-for");
        var ending = await staff.PlayToTheEndAsync();
        var debrief = await staff.ReflectAsync(ending);
        var again = await staff.Visitor.SubmitAsync(debrief.Form("#turn-2 form"), ("turn", "2"));

        Assert.NotNull(debrief.Document.QuerySelector(".preview"));
        Assert.Equal(3, debrief.Document.QuerySelectorAll(".turn:not(#ending)").Length);
        Assert.Contains("You’re a lifesaver.", again.Document.QuerySelector("#now")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(0, await stage.Tool.ReadAsync(async db =>
            await db.Attempts.IgnoreQueryFilters().CountAsync() + await db.Steps.IgnoreQueryFilters().CountAsync()
            + await db.Writings.IgnoreQueryFilters().CountAsync() + await db.FinishedLessons.IgnoreQueryFilters().CountAsync()
            + await db.Completions.IgnoreQueryFilters().CountAsync() + await db.Receipts.IgnoreQueryFilters().CountAsync()
            + await db.OpenedLinks.IgnoreQueryFilters().CountAsync() + await db.Drafts.IgnoreQueryFilters().CountAsync()));
    }

    [Theory]
    [InlineData("p")]
    [InlineData("pAAAA")]
    [InlineData("p!!")]
    [InlineData("pMDEtcm9sZS1hbmQtbW9kZWxzIGNhbi15b3UtanVzdC13cml0ZS1pdCB6eno")]
    public async Task A_made_up_path_leads_nowhere(string key)
    {
        var staff = await stage.ArriveAsync("Instructor");

        Assert.Equal(404, (await staff.GetAsync($"/practice/run/{key}")).Status);
    }
}
