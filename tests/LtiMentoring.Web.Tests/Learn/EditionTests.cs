using LtiMentoring.Web.Tests.Hosts;

namespace LtiMentoring.Web.Tests.Learn;

public sealed class EditionTests(KindsStage stage) : IClassFixture<KindsStage>
{
    [Fact]
    public async Task The_course_is_complete_without_the_editions_beside_it()
    {
        var mentor = await stage.ArriveAsync(subject: "orientation");
        await KindsStage.FinishFirstAsync(mentor);

        var done = await KindsStage.DoAsync(mentor, "second/after");

        Assert.Equal("You’re ready, Renata", done.Heading);
        Assert.Equal(["", "first", "second"], (await stage.RowsAsync("orientation", (db, person) => db.Completions.Where(row => row.PersonId == person)
            .Select(row => row.ModuleId))).Order());
    }

    [Fact]
    public async Task The_refresher_appears_once_the_orientation_is_done()
    {
        var mentor = await stage.ArriveAsync();
        Assert.DoesNotContain("refresher edition", (await mentor.HomeAsync()).Text, StringComparison.Ordinal);

        await KindsStage.FinishFirstAsync(mentor);
        await KindsStage.DoAsync(mentor, "second/after");

        var home = await mentor.HomeAsync();
        Assert.Contains("A module for the refresher edition", home.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("A module for the mentee edition", home.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Staff_see_the_edition_for_mentees_too() =>
        Assert.Contains("A module for the mentee edition", (await (await stage.ArriveAsync("Instructor")).HomeAsync()).Text, StringComparison.Ordinal);

    [Fact]
    public async Task A_mentee_who_opens_their_own_link_sees_their_own_modules()
    {
        var mentee = await stage.ArriveAsync(module: "for-mentees", subject: "mentee");
        var home = await mentee.HomeAsync();

        var done = await KindsStage.DoAsync(mentee, "for-mentees/page");

        Assert.Contains("A module for the mentee edition", home.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("The first module", home.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("A card to keep", (await mentee.GetAsync("/library")).Text, StringComparison.Ordinal);
        Assert.Equal("This module is complete", done.Heading);
        Assert.Equal("Complete", (await mentee.GetAsync("/what-my-district-sees")).Document.QuerySelector("#sees .st")!.TextContent);
        Assert.Single(await stage.RowsAsync("mentee", (db, person) => db.Receipts.Where(row => row.PersonId == person)));
    }
}
