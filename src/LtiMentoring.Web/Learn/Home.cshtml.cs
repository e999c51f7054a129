using LtiMentoring.Training.Complete;
using LtiMentoring.Training.Learn;
using LtiMentoring.Web.Hosting;
using LtiMentoring.Web.Shared;
using LtiMentoring.Web.Storage;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LtiMentoring.Web.Learn;

/// <summary>Course home: where the mentor is, what comes next, how long it takes.</summary>
public sealed class HomeModel(CourseDesk desk, IRuns runs, Journal journal, Sheets sheets, DistrictTime time, TimeProvider clock, CurrentSession session) : PageModel
{
    /// <summary>So long before its day something is shown.</summary>
    const int DaysAhead = 7;

    public Course Course { get; private set; } = null!;

    /// <summary>The orientation, or the edition that the placed link belongs to.</summary>
    public Standing Standing { get; private set; } = null!;

    /// <summary>Short modules for later in the year, once the orientation is done.</summary>
    public IReadOnlyList<ModuleStanding> Later { get; private set; } = [];

    /// <summary>The edition for mentees, which staff see beside the orientation.</summary>
    public IReadOnlyList<ModuleStanding> ForMentees { get; private set; } = [];

    /// <summary>A conversation that was left before its end.</summary>
    public Run? Conversation { get; private set; }

    /// <summary>
    /// What comes next: in the module that the activity stands for, while it is not complete, or in one that comes before it; else in
    /// the whole.
    /// </summary>
    public (Module Module, Lesson Lesson)? Next =>
        session.Open.Link.ModuleId is not { } id ? Standing.Next
            : (Waiting?.ComesFirst.Select(module => module.Id) ?? [id]).Select(In).FirstOrDefault(next => next is not null) ?? Standing.Next;

    /// <summary>Nothing stands before staff.</summary>
    (Module, Lesson)? In(string id) =>
        Standing.Find(id) is { Next: { } lesson } module && (module.IsOpen || session.IsPreview) ? (module.Module, lesson) : null;

    /// <summary>The module that the activity stands for, while others come before it.</summary>
    public (Module Module, IReadOnlyList<Module> ComesFirst)? Waiting { get; private set; }

    public int Notes { get; private set; }

    /// <summary>Goals and agreements that the mentor wanted to look at again about now, with the day.</summary>
    public IReadOnlyList<(Module Module, Lesson Lesson, DateOnly On)> Revisits { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var (published, whole) = await desk.OpenAsync(cancel);
        Course = published.Course;
        Standing = desk.Placed(Course, whole);
        if (session.Open.Link.ModuleId is { } id && Course.FindModule(id) is { } module && desk.ComesFirst(whole, module) is { Count: > 0 } first)
            Waiting = (module, first);
        Later = Standing.Edition is null && (Standing.IsComplete || session.IsPreview) ? whole.In(Edition.Refresher).Modules : [];
        ForMentees = Standing.Edition is null && session.IsPreview ? whole.In(Edition.Mentee).Modules : [];
        Conversation = await runs.LatestAsync(cancel) is { Attempt.Now.Ending: null } run && run.Attempt.Turns.Count > 0 ? run : null;
        if (session.IsPreview)
            return;
        Notes = await journal.CountAsync(session.PersonId, cancel);
        Revisits = [.. (await sheets.ToRevisitAsync(session.PersonId, time.DayAt(clock.GetUtcNow().UtcDateTime).AddDays(DaysAhead), cancel))
            .Select(sheet => (Place: sheet.Place.Split('/'), sheet.On))
            .Where(sheet => sheet.Place is [var module, var lesson] && Course.FindLesson(module, lesson) is not null)
            .Select(sheet => (Course.FindModule(sheet.Place[0])!, Course.FindLesson(sheet.Place[0], sheet.Place[1])!, sheet.On))];
    }
}
