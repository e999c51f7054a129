using LtiMentoring.Web.Storage;
using LtiMentoring.Web.Tests.Hosts;
using Microsoft.EntityFrameworkCore;

namespace LtiMentoring.Web.Tests.Learn;

public sealed class MineTests(KindsStage stage) : IClassFixture<KindsStage>
{
    async Task<MentorWalk> WriterAsync(string? subject = null)
    {
        var mentor = await stage.ArriveAsync(subject: subject);
        await mentor.Visitor.SubmitAsync((await mentor.GetAsync("/notes")).Form(), ("words.note", "A note to self."));
        await KindsStage.DoAsync(mentor, "first/before", ("words.wait", "seldom"));
        await KindsStage.DoAsync(mentor, "first/goal", ("words.seen", "The bell."));
        await KindsStage.DoAsync(mentor, "first/goal", ("words.seen", "The bell, and the quiet after it."));
        await KindsStage.DoAsync(mentor, "first/meetings", [.. KindsStage.Meetings]);
        await KindsStage.DoAsync(mentor, "first/promises", ("words.day", "We meet on Mondays."), ("acknowledged", "true"));
        return mentor;
    }

    [Theory]
    [InlineData("/mine")]
    [InlineData("/mine.md")]
    public async Task Everything_that_was_written_is_in_one_place(string path)
    {
        var mentor = await WriterAsync();

        var mine = await mentor.GetAsync(path);

        Assert.All(["A note to self.", "I wait before I answer.", "Seldom", "What could two people see?", "The bell.", "The bell, and the quiet after it.", "We keep what we hear.", "We meet on Mondays.", "Thursday, September 17, 2026, 3:15", "Room 114"],
            words => Assert.Contains(words, mine.Html, StringComparison.Ordinal));
    }

    [Fact]
    public async Task It_can_be_taken_along_as_a_file()
    {
        var file = await (await WriterAsync()).GetAsync("/mine.md");

        Assert.StartsWith("text/markdown", file.Headers["Content-Type"], StringComparison.Ordinal);
        Assert.StartsWith("attachment", file.Headers["Content-Disposition"], StringComparison.Ordinal);
        Assert.StartsWith("# Every kind\n", file.Html, StringComparison.Ordinal);
        Assert.Contains("\n**What could two people see?**\n\nThe bell.\n", file.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_belonged_to_a_lesson_that_is_gone_is_among_it()
    {
        var mentor = await stage.ArriveAsync(subject: "long-here");
        await stage.Tool.WriteAsync(async db =>
        {
            var person = await db.People.SingleAsync(row => row.Subject == "long-here");
            db.Writings.Add(new Writing { DistrictId = person.DistrictId, PersonId = person.Id, Place = "gone/lesson/prompt", Text = "Still mine.", WrittenAt = stage.Clock.GetUtcNow().UtcDateTime });
        });

        Assert.Contains("Still mine.", (await mentor.GetAsync("/mine")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Deleting_it_takes_every_word_and_leaves_what_was_completed()
    {
        var mentor = await WriterAsync("deletes");
        await KindsStage.FinishFirstAsync(mentor);
        var talk = await mentor.Visitor.SubmitAsync((await mentor.GetAsync("/practice/second/talk")).Form("form:has(textarea)"), ("words.before", "About the wheel."));
        await mentor.SayAsync(talk, "yes-wheel");
        Assert.NotEmpty((await mentor.GetAsync("/conversations")).Document.QuerySelectorAll("main .list li"));
        var page = await mentor.GetAsync("/mine");

        var unsure = await mentor.Visitor.SubmitAsync(page.Form());
        Assert.Equal("#sure", unsure.Document.QuerySelector(".errors a")!.GetAttribute("href"));
        Assert.Contains("The bell.", unsure.Text, StringComparison.Ordinal);

        var deleted = await mentor.Visitor.SubmitAsync(page.Form(), ("sure", "true"));
        Assert.Contains("You have not written anything yet.", deleted.Text, StringComparison.Ordinal);
        Assert.Empty(await stage.RowsAsync("deletes", (db, person) => db.SheetRevisions.Where(row => row.PersonId == person)));
        Assert.Empty(await stage.RowsAsync("deletes", (db, person) => db.JournalEntries.Where(row => row.PersonId == person)));
        Assert.Empty(await stage.RowsAsync("deletes", (db, person) => db.CheckInPlans.Where(row => row.PersonId == person)));
        Assert.Empty(await stage.RowsAsync("deletes", (db, person) => db.Attempts.Where(row => row.PersonId == person)));
        Assert.Empty((await mentor.GetAsync("/conversations")).Document.QuerySelectorAll("main .list li"));
        Assert.NotEmpty(await stage.RowsAsync("deletes", (db, person) => db.Completions.Where(row => row.PersonId == person)));
    }
}
