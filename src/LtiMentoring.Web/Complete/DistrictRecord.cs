using LtiMentoring.Training.Complete;
using LtiMentoring.Training.Learn;
using LtiMentoring.Web.Hosting;
using LtiMentoring.Web.Shared;
using LtiMentoring.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace LtiMentoring.Web.Complete;

/// <summary>Everything that trainers, administrators and the gradebook can know of one mentor.</summary>
public sealed record DistrictRecordView(Course Course, Standing Standing, DateTime? CompletedAt, Receipt? Receipt, bool HasGradebook);

/// <summary>Reads that record. Nothing else of a mentor is ever asked for on somebody else's behalf.</summary>
public sealed class DistrictRecord(MentoringDb db, CourseDesk desk, Progress progress, CurrentSession session)
{
    public async Task<DistrictRecordView> ReadAsync(Course course, Standing whole, CancellationToken cancel)
    {
        var (link, standing) = (session.Open.Link, desk.Placed(course, whole));
        if (session.IsPreview)
            return new DistrictRecordView(course, standing, null, null, link.Scopes is not null);
        var completion = (await progress.CompletionsAsync(session.PersonId, course.Id, cancel))
            .SingleOrDefault(row => row.ModuleId == (link.ModuleId ?? ""));
        var receipt = completion is null ? null : await db.Receipts.AsNoTracking()
            .SingleOrDefaultAsync(row => row.CompletionId == completion.Id && row.PlacedLinkId == link.Id, cancel);
        return new DistrictRecordView(course, standing, completion?.CompletedAt, receipt, link.Scopes is not null);
    }
}

/// <summary>What became of the message to the gradebook, in a sentence.</summary>
static class GradebookWords
{
    public static string Of(DistrictRecordView record, DistrictTime time) => record switch
    {
        { HasGradebook: false } => CompleteWords.GradebookNone,
        { Receipt: null } => CompleteWords.GradebookNothing,
        { Receipt: { State: ReceiptState.Accepted, AnsweredAt: { } at } } => CompleteWords.GradebookAccepted.With(time.DateAndTime(at)),
        { Receipt.State: ReceiptState.WaitsForLaunch } => CompleteWords.GradebookReopen,
        { Receipt.State: ReceiptState.NeedsPerson } => CompleteWords.GradebookPerson,
        _ => CompleteWords.GradebookWaiting,
    };
}
