using LtiMentoring.Training.Complete;
using LtiMentoring.Training.Learn;
using LtiMentoring.Web.Hosting;
using LtiMentoring.Web.Shared;
using LtiMentoring.Web.Storage;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LtiMentoring.Web.Learn;

/// <summary>Course home: where the mentor is, what comes next, how long it takes.</summary>
public sealed class HomeModel(CourseDesk desk, IRuns runs, Journal journal, CurrentSession session) : PageModel
{
    public Course Course { get; private set; } = null!;

    /// <summary>The orientation, or the edition that the placed link belongs to.</summary>
    public Standing Standing { get; private set; } = null!;

    /// <summary>Short modules for later in the year, once the orientation is done.</summary>
    public IReadOnlyList<ModuleStanding> Later { get; private set; } = [];

    /// <summary>The edition for mentees, which staff see beside the orientation.</summary>
    public IReadOnlyList<ModuleStanding> ForMentees { get; private set; } = [];

    /// <summary>A conversation that was left before its end.</summary>
    public Run? Conversation { get; private set; }

    /// <summary>What comes next: in the module that the activity stands for, while it is not complete; else in the whole.</summary>
    public (Module Module, Lesson Lesson)? Next =>
        session.Open.Link.ModuleId is { } id && Standing.Find(id) is { IsOpen: true, Next: { } lesson } placed ? (placed.Module, lesson) : Standing.Next;

    public int Notes { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var (published, whole) = await desk.OpenAsync(cancel);
        Course = published.Course;
        Standing = desk.Placed(Course, whole);
        Later = Standing.Edition is null && (Standing.IsComplete || session.IsPreview) ? whole.In(Edition.Refresher).Modules : [];
        ForMentees = Standing.Edition is null && session.IsPreview ? whole.In(Edition.Mentee).Modules : [];
        Conversation = await runs.LatestAsync(cancel) is { Attempt.Now.Ending: null } run && run.Attempt.Turns.Count > 0 ? run : null;
        Notes = session.IsPreview ? 0 : await journal.CountAsync(session.PersonId, cancel);
    }
}
