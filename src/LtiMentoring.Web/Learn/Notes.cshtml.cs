using LtiMentoring.Training.Learn;
using LtiMentoring.Web.Hosting;
using LtiMentoring.Web.Shared;
using LtiMentoring.Web.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LtiMentoring.Web.Learn;

/// <summary>The private journal: new notes on top, the others below. One note may be open to be changed.</summary>
public sealed class NotesModel(CourseDesk desk, Journal journal) : PageModel
{
    public const string Field = "note";

    public Course Course { get; private set; } = null!;
    public IReadOnlyList<JournalEntry> Entries { get; private set; } = [];

    /// <summary>The note that is being changed; null while a new one is written.</summary>
    public JournalEntry? Open { get; private set; }

    /// <summary>Under which a new note is kept, so that a form sent twice keeps one.</summary>
    public Guid NewId { get; private set; } = Guid.CreateVersion7();

    public string Text { get; private set; } = "";
    public IReadOnlyList<Missing> Missing { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid? note, CancellationToken cancel)
    {
        if (!await ReadAsync(note, cancel))
            return NotFound();
        Text = (await desk.KeptAsync(Request.Path, cancel)).GetValueOrDefault(Field) ?? Open?.Text ?? "";
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid? note, Guid? id, CancellationToken cancel)
    {
        NewId = id ?? NewId;
        if (!await ReadAsync(note, cancel))
            return NotFound();
        Text = CourseDesk.WordsOf(Request.Form, [Field])[Field];
        if (Text.Length == 0)
        {
            Missing = [new Missing(Field, LearnWords.NoteMissing)];
            return Page();
        }
        await desk.SaveAsync(Request.Path, new Dictionary<string, string>(), null, cancel, () => KeepAsync(note, cancel));
        return new SeeOther($"{Request.PathBase}/notes");
    }

    public async Task<IActionResult> OnPostDeleteAsync(Guid note, CancellationToken cancel)
    {
        await desk.SaveAsync(Request.Path, new Dictionary<string, string>(), null, cancel, () => journal.DeleteAsync(desk.Session.PersonId, note, cancel));
        return new SeeOther($"{Request.PathBase}/notes");
    }

    Task KeepAsync(Guid? note, CancellationToken cancel) => note is { } open
        ? journal.ChangeAsync(desk.Session.PersonId, open, Text, cancel)
        : journal.AddAsync(desk.Session.DistrictId, desk.Session.PersonId, NewId, Text, cancel);

    async Task<bool> ReadAsync(Guid? note, CancellationToken cancel)
    {
        Course = (await desk.OpenAsync(cancel)).Published.Course;
        Entries = desk.Session.IsPreview ? [] : await journal.AllAsync(desk.Session.PersonId, cancel);
        Open = note is null ? null : Entries.FirstOrDefault(entry => entry.Id == note);
        return note is null || Open is not null;
    }
}
