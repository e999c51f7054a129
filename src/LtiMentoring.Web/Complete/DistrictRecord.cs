using LtiMentoring.Training.Complete;
using LtiMentoring.Training.Learn;
using LtiMentoring.Web.Hosting;
using LtiMentoring.Web.Shared;
using LtiMentoring.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace LtiMentoring.Web.Complete;

/// <summary>One thing that is reported of a mentor: the course or a module, as one place in the LMS knows it.</summary>
/// <param name="What">The module; null for the whole course, or the edition that the place is about.</param>
/// <param name="Course">The course.</param>
/// <param name="State">Whether it is complete, or begun.</param>
/// <param name="CompletedAt">When it was completed.</param>
/// <param name="Receipt">What the gradebook answered, once there is something to send.</param>
/// <param name="HasGradebook">Whether the place has a gradebook.</param>
public sealed record Reported(Module? What, Course Course, (bool IsComplete, bool HasBegun) State, DateTime? CompletedAt, Receipt? Receipt, bool HasGradebook)
{
    public Text Title => What?.Title ?? Course.Title;
}

/// <param name="Rows">What is reported, a row for each place.</param>
/// <param name="Cohorts">The names of the cohorts that the mentor is in.</param>
public sealed record SharedRecord(IReadOnlyList<Reported> Rows, IReadOnlyList<string> Cohorts);

/// <summary>
/// Everything that trainers, administrators and the gradebook can know of one mentor. Nothing else of a mentor is ever asked
/// for on somebody else's behalf.
/// </summary>
public sealed class DistrictRecord(MentoringDb db, Progress progress, CurrentSession session)
{
    /// <summary>A row for each place that the mentor of this session opened; in a preview, for the place it was opened from.</summary>
    public async Task<SharedRecord> ReadAsync(Course course, CancellationToken cancel) => session.IsPreview
        ? new SharedRecord([Row(course, session.Open.Link, Standing.Of(course, new HashSet<(string, string)>()), [], [])], [])
        : new SharedRecord(await OfAsync(course, session.PersonId, null, cancel), await (
            from member in db.CohortMembers
            join cohort in db.Cohorts on member.CohortId equals cohort.Id
            where member.PersonId == session.PersonId
            orderby cohort.Name
            select cohort.Name).ToListAsync(cancel));

    /// <summary>The rows of one person, of all places or of one.</summary>
    public async Task<IReadOnlyList<Reported>> OfAsync(Course course, Guid personId, Guid? placedLinkId, CancellationToken cancel)
    {
        var links = await (
            from opened in db.OpenedLinks
            join link in db.PlacedLinks on opened.PlacedLinkId equals link.Id
            where opened.PersonId == personId && (placedLinkId == null || link.Id == placedLinkId)
            orderby opened.OpenedAt
            select link).AsNoTracking().ToListAsync(cancel);
        var standing = await progress.StandingAsync(personId, course, cancel);
        var completions = await progress.CompletionsAsync(personId, course.Id, cancel);
        var receipts = await db.Receipts.AsNoTracking().Where(row => row.PersonId == personId).ToListAsync(cancel);
        // Two places for the same thing stand beside each other, the course before its modules.
        return [.. links.Select(link => Row(course, link, standing, completions, receipts)).OrderBy(row => row.What is null ? -1 : course.Modules.ToList().IndexOf(row.What))];
    }

    static Reported Row(Course course, PlacedLink link, Standing whole, List<Completion> completions, List<Receipt> receipts)
    {
        var module = link.ModuleId is { } id ? course.FindModule(id) : null;
        var own = module is null ? null : whole.Find(module.Id);
        var completion = completions.Find(row => row.ModuleId == (link.ModuleId ?? ""));
        var orientation = whole.In(null);
        return new Reported(
            module, course,
            // What was completed once stays so, whatever the course asks for today.
            own is null ? (completion is not null || orientation.IsComplete, orientation.HasBegun) : (completion is not null || own.IsComplete, own.Lessons.Any(lesson => lesson.IsDone)),
            completion?.CompletedAt, completion is null ? null : receipts.Find(row => row.CompletionId == completion.Id && row.PlacedLinkId == link.Id), link.Scopes is not null);
    }
}
