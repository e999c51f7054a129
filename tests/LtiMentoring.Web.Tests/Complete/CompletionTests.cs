using System.Globalization;
using LtiMentoring.Web.Tests.Hosts;

namespace LtiMentoring.Web.Tests.Complete;

public sealed class CompletionTests(MentorStage stage) : IClassFixture<MentorStage>
{
    [Fact]
    public async Task The_last_lesson_leads_to_the_completion_and_commits_it_with_its_debts()
    {
        var mentor = await stage.ArriveAsync(subject: "completes");

        var page = await mentor.CompleteAsync();

        Assert.Equal("You’re ready, Renata", page.Heading);
        Assert.Contains("Complete", page.Document.QuerySelector(".seen .st.done")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["", MentorWalk.Module], (await stage.RowsAsync("completes", (db, person) => db.Completions.Where(row => row.PersonId == person)))
            .Select(row => row.ModuleId).Order());
        // The placed link stands for the whole course, so one completion is owed to it.
        Assert.Single(await stage.RowsAsync("completes", (db, person) => db.Receipts.Where(row => row.PersonId == person)));
    }

    [Fact]
    public async Task Every_lesson_must_be_done_but_in_any_order()
    {
        var mentor = await stage.ArriveAsync();
        var last = await mentor.GetAsync($"/modules/{MentorWalk.Module}/when-help-made-you-smaller");
        await mentor.Visitor.SubmitAsync(last.Form(), ("words.made-smaller", "x1"), ("words.my-limit", "y1"));

        Assert.Equal("Not complete yet", (await mentor.GetAsync("/complete")).Heading);
        await mentor.CompleteAsync();
        Assert.Equal("You’re ready, Renata", (await mentor.GetAsync("/complete")).Heading);
    }

    [Fact]
    public async Task The_district_sees_this_and_nothing_else()
    {
        var mentor = await stage.ArriveAsync();
        await mentor.CompleteAsync();

        var record = await mentor.GetAsync("/what-my-district-sees");

        Assert.Equal(["Name", "Course", "Status", "When", "Gradebook"], record.Document.QuerySelectorAll(".seen dt").Select(term => term.TextContent));
        // The tool's clock shows UTC; the district is in Chicago, five hours behind in August.
        var there = stage.Clock.GetUtcNow().AddHours(-5).ToString("dddd, MMMM d, yyyy, h:mm tt", CultureInfo.InvariantCulture);
        Assert.Contains(there, record.Text.Replace('\u202f', ' '), StringComparison.Ordinal);
        Assert.DoesNotContain("I held it.", record.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Completing_again_changes_nothing()
    {
        var mentor = await stage.ArriveAsync(subject: "again");
        await mentor.CompleteAsync();
        var first = await stage.RowsAsync("again", (db, person) => db.Completions.Where(row => row.PersonId == person));
        stage.Clock.Advance(TimeSpan.FromHours(1));

        await mentor.CompleteAsync();

        var second = await stage.RowsAsync("again", (db, person) => db.Completions.Where(row => row.PersonId == person));
        Assert.Equal(first.Select(row => (row.Id, row.CompletedAt)).Order(), second.Select(row => (row.Id, row.CompletedAt)).Order());
        Assert.Single(await stage.RowsAsync("again", (db, person) => db.Receipts.Where(row => row.PersonId == person)));
    }
}
