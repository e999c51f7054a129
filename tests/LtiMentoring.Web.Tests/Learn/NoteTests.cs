using LtiMentoring.Web.Tests.Hosts;

namespace LtiMentoring.Web.Tests.Learn;

public sealed class NoteTests(KindsStage stage) : IClassFixture<KindsStage>
{
    static async Task<Page> WriteAsync(MentorWalk mentor, string text)
    {
        var page = await mentor.GetAsync("/notes");
        return await mentor.Visitor.SubmitAsync(page.Form(), ("words.note", text));
    }

    static string Path(Page notes) => "/notes/" + notes.Document.QuerySelector("article a")!.GetAttribute("href")!.Split('/')[^1];

    [Fact]
    public async Task A_note_can_be_kept_changed_and_deleted()
    {
        var mentor = await stage.ArriveAsync();
        var kept = await WriteAsync(mentor, "She folded the sheet <twice>.");
        Assert.Equal("She folded the sheet <twice>.", kept.Document.QuerySelector("article .written")!.TextContent);

        var open = await mentor.GetAsync(Path(kept));
        stage.Clock.Advance(TimeSpan.FromHours(1));
        var changed = await mentor.Visitor.SubmitAsync(open.Form(), ("words.note", "She folded it three times."));
        Assert.Equal("She folded it three times.", changed.Document.QuerySelector("article .written")!.TextContent);
        Assert.Contains("Changed", changed.Text, StringComparison.Ordinal);

        open = await mentor.GetAsync(Path(changed));
        var delete = open.Document.QuerySelector("button[formaction]")!.GetAttribute("formaction")!;
        var gone = await mentor.Visitor.PostAsync(delete, open.Carried());
        Assert.Contains("No notes yet.", gone.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_that_is_sent_twice_keeps_one_note_and_other_words_are_another()
    {
        var mentor = await stage.ArriveAsync();
        var page = await mentor.GetAsync("/notes");

        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => mentor.Visitor.PostAsync(page.Address.AbsoluteUri, page.Carried(("words.note", "Once.")))));
        var notes = await mentor.Visitor.PostAsync(page.Address.AbsoluteUri, page.Carried(("words.note", "And this.")));

        Assert.Equal(["And this.", "Once."], notes.Document.QuerySelectorAll("article .written").Select(note => note.TextContent).Order());
    }

    [Fact]
    public async Task Deleting_a_note_deletes_what_an_ended_session_kept_of_it()
    {
        var mentor = await stage.ArriveAsync(subject: "deletes-a-note");
        var path = Path(await WriteAsync(mentor, "Too much said."));
        var open = await mentor.GetAsync(path);
        stage.Clock.Advance(TimeSpan.FromHours(13));
        await mentor.Visitor.SubmitAsync(open.Form(), ("words.note", "Far too much said."));

        mentor = await stage.ArriveAsync(subject: "deletes-a-note");
        open = await mentor.GetAsync(path);
        await mentor.Visitor.PostAsync(open.Document.QuerySelector("button[formaction]")!.GetAttribute("formaction")!, open.Carried());

        Assert.Empty(await stage.RowsAsync("deletes-a-note", (db, person) => db.Drafts.Where(row => row.PersonId == person)));
        Assert.Empty(await stage.RowsAsync("deletes-a-note", (db, person) => db.JournalEntries.Where(row => row.PersonId == person)));
    }

    [Fact]
    public async Task An_empty_note_is_asked_for_again() =>
        Assert.Equal("#note", (await WriteAsync(await stage.ArriveAsync(), "  ")).Document.QuerySelector(".errors a")!.GetAttribute("href"));

    [Fact]
    public async Task Nobody_else_opens_a_note()
    {
        var kept = await WriteAsync(await stage.ArriveAsync(), "Mine alone.");
        var other = await stage.ArriveAsync();

        Assert.Equal(404, (await other.GetAsync(Path(kept))).Status);
        Assert.DoesNotContain("Mine alone.", (await other.GetAsync("/notes")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_preview_keeps_no_note()
    {
        var staff = await stage.ArriveAsync("Instructor", "staff-notes");

        await WriteAsync(staff, "A note of staff.");

        Assert.Empty(await stage.RowsAsync("staff-notes", (db, person) => db.JournalEntries.Where(row => row.PersonId == person)));
    }
}
