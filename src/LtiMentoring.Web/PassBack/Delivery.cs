using LtiMentoring.Lti.Grades;
using LtiMentoring.Lti.Services;
using LtiMentoring.Web.Hosting;
using LtiMentoring.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace LtiMentoring.Web.PassBack;

/// <summary>Brings one leased receipt to its gradebook, and writes down what the LMS answered.</summary>
sealed class Delivery(MentoringDb db, Columns columns, LtiServices services, Waits waits, TimeProvider clock, ILogger<Delivery> log)
{
    public async Task SendAsync(LeasedReceipt leased, CancellationToken cancel)
    {
        db.DistrictId = leased.DistrictId;
        var job = await (
            from receipt in db.Receipts
            join completion in db.Completions on receipt.CompletionId equals completion.Id
            join person in db.People on receipt.PersonId equals person.Id
            join link in db.PlacedLinks on receipt.PlacedLinkId equals link.Id
            join deployment in db.Deployments on link.DeploymentId equals deployment.Id
            join registration in db.Registrations on deployment.RegistrationId equals registration.Id
            where receipt.Id == leased.Id && receipt.LeaseOwner == leased.Owner
            select new Job(receipt, completion, person, link, registration)).AsNoTracking().SingleOrDefaultAsync(cancel);
        if (job is null)
            return;
        var outcome = await SendAsync(job, cancel);
        await WriteAsync(leased, job.Receipt, outcome);
    }

    async Task<Outcome> SendAsync(Job job, CancellationToken cancel)
    {
        if (job.Registration.Disabled)
            return new Outcome(ReceiptState.Pending, "The LMS is switched off here.");
        var gradebook = new Gradebook(services, job.Registration.ToPlatform(), job.Link.Scopes?.Split(' ') ?? []);
        if (!gradebook.MayPostScores)
            return new Outcome(ReceiptState.WaitsForLaunch, "The launch gave no leave to post scores.");
        var (column, missing) = await columns.FindAsync(gradebook, job.Link, job.Completion.CourseId, cancel);
        if (column is null)
            return missing!;
        if (await ShowsAlreadyAsync(gradebook, job, column, cancel))
            return ThereAlready;
        var last = await LastSentAsync(job, column.Id!, cancel);
        var outcome = await PostAsync(gradebook, job, column, ScoreFor.Later(job.Completion.CompletedAt, last), mayTryLater: true, cancel);
        if (outcome.State == ReceiptState.WaitsForLaunch)
            await columns.ForgetAsync(job.Link, column.Id!, cancel);
        return outcome;
    }

    static Outcome ThereAlready => new(ReceiptState.Accepted, "The gradebook shows it already.");

    /// <summary>
    /// Whether a message of an earlier try arrived though its answer did not. It may be repeated, but there are LMSs that show a
    /// repetition as another submission.
    /// </summary>
    static async Task<bool> ShowsAlreadyAsync(Gradebook gradebook, Job job, LineItem column, CancellationToken cancel) =>
        job.Receipt.SentAs is not null && job.Receipt.LineItem == column.Id && gradebook.MayReadResults
            && await gradebook.ResultAsync(column.Id!, job.Person.Subject, cancel) is ({ IsFullMarks: true }, { Succeeded: true });

    /// <summary>
    /// The timestamp of the last other message for this person and column. A message of this receipt's own may be repeated
    /// as it was: whether it arrived is then seen from the answer.
    /// </summary>
    Task<DateTime?> LastSentAsync(Job job, string column, CancellationToken cancel) =>
        db.Receipts.Where(row => row.PersonId == job.Person.Id && row.LineItem == column && row.Id != job.Receipt.Id).MaxAsync(row => row.SentAs, cancel);

    async Task<Outcome> PostAsync(Gradebook gradebook, Job job, LineItem column, DateTime at, bool mayTryLater, CancellationToken cancel)
    {
        // Written before it is sent: after a crash, the next try knows what the LMS may have got.
        (job.Receipt.LineItem, job.Receipt.SentAs) = (column.Id, at);
        await db.WriteAsync(() => db.Receipts.Where(row => row.Id == job.Receipt.Id).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.LineItem, column.Id).SetProperty(row => row.SentAs, at), cancel), cancel);
        var answer = await gradebook.PostAsync(column.Id!, ScoreFor.Completion(job.Person, at, column.ScoreMaximum), cancel);
        return Outcome.IsAboutTime(answer) ? await ReconcileAsync(gradebook, job, column, answer, mayTryLater, cancel) : Outcome.Of(answer);
    }

    /// <summary>The LMS holds something as late or later. What it shows decides; a grade of somebody else's is never overwritten.</summary>
    async Task<Outcome> ReconcileAsync(Gradebook gradebook, Job job, LineItem column, Answer refused, bool mayTryLater, CancellationToken cancel)
    {
        if (!gradebook.MayReadResults)
            return new Outcome(ReceiptState.NeedsPerson, $"{refused.Words} (and the results may not be read)");
        var (result, answer) = await gradebook.ResultAsync(column.Id!, job.Person.Subject, cancel);
        if (!answer.Succeeded)
            return Outcome.Of(answer);
        if (result is { IsFullMarks: true })
            return ThereAlready;
        if (result?.ResultScore is not null)
            return new Outcome(ReceiptState.NeedsPerson, $"{refused.Words} (the gradebook shows {result.ResultScore} of {result.ResultMaximum})");
        // Nothing there: an earlier message was erased. A later one is not refused.
        var later = ScoreFor.Later(clock.GetUtcNow().UtcDateTime, job.Receipt.SentAs);
        return mayTryLater ? await PostAsync(gradebook, job, column, later, mayTryLater: false, cancel) : new Outcome(ReceiptState.Pending, refused.Words);
    }

    async Task WriteAsync(LeasedReceipt leased, Receipt receipt, Outcome outcome)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var tries = receipt.Tries + 1;
        var next = now + waits.After(tries, outcome.RetryAfter);
        // Not given up when the program is told to stop: the LMS has answered.
        await db.WriteAsync(() => db.Receipts.Where(row => row.Id == leased.Id && row.LeaseOwner == leased.Owner).ExecuteUpdateAsync(set => set
            .SetProperty(row => row.State, outcome.State)
            .SetProperty(row => row.Tries, tries)
            .SetProperty(row => row.NextTryAt, next)
            .SetProperty(row => row.Words, outcome.Words)
            .SetProperty(row => row.AnsweredAt, now)
            .SetProperty(row => row.LeaseOwner, (string?)null)
            .SetProperty(row => row.LeaseEndsAt, (DateTime?)null)));
        log.Log(outcome.State == ReceiptState.Accepted ? LogLevel.Information : LogLevel.Warning,
            "Receipt {Receipt} is {State} after try {Tries}: {Words}", leased.Id, outcome.State, tries, outcome.Words);
    }

    sealed record Job(Receipt Receipt, Completion Completion, Person Person, PlacedLink Link, Registration Registration);
}

/// <summary>A receipt that this replica may send until its lease ends.</summary>
sealed record LeasedReceipt(Guid Id, Guid DistrictId, string Owner);
