using LtiMentoring.Lti.Grades;
using LtiMentoring.Lti.Services;
using LtiMentoring.Web.Hosting;
using LtiMentoring.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace LtiMentoring.Web.PassBack;

/// <summary>
/// Says to one gradebook that one mentor is under way: before a completion and never after, since some gradebooks erase a grade
/// for it. It is a courtesy. What several tries do not bring is given up.
/// </summary>
sealed class StartedNews(MentoringDb db, Columns columns, LtiServices services, Courses courses, Waits waits, TimeProvider clock, ILogger<StartedNews> log)
{
    const int MostTries = 8;

    public async Task SendAsync(Guid districtId, Guid personId, Guid placedLinkId, CancellationToken cancel)
    {
        db.DistrictId = districtId;
        var job = await (
            from opened in db.OpenedLinks
            join person in db.People on opened.PersonId equals person.Id
            join link in db.PlacedLinks on opened.PlacedLinkId equals link.Id
            join deployment in db.Deployments on link.DeploymentId equals deployment.Id
            join registration in db.Registrations on deployment.RegistrationId equals registration.Id
            where opened.PersonId == personId && opened.PlacedLinkId == placedLinkId
            select new { opened, person, link, registration }).AsNoTracking().SingleOrDefaultAsync(cancel);
        if (job is null)
            return;
        var (state, words) = await SendAsync(job.opened, job.person, job.link, job.registration, cancel);
        var tries = job.opened.StartedTries + 1;
        if (state == StartedState.Pending && tries >= MostTries)
            state = StartedState.GivenUp;
        var next = clock.GetUtcNow().UtcDateTime + waits.After(tries, null);
        // Not given up when the program is told to stop: the LMS has answered.
        await db.WriteAsync(() => db.OpenedLinks.Where(row => row.PersonId == personId && row.PlacedLinkId == placedLinkId).ExecuteUpdateAsync(set => set
            .SetProperty(row => row.Started, state).SetProperty(row => row.StartedTries, tries)
            .SetProperty(row => row.StartedNextTryAt, state == StartedState.Pending ? next : null), CancellationToken.None), CancellationToken.None);
        log.LogInformation("That somebody began is {State} after try {Tries}: {Words}", state, tries, words);
    }

    async Task<(StartedState State, string Words)> SendAsync(OpenedLink opened, Person person, PlacedLink link, Registration registration, CancellationToken cancel)
    {
        if (registration.Disabled || !registration.TellsStarted)
            return (StartedState.GivenUp, "The LMS is switched off here, or no longer wants to know.");
        var wanted = link.ModuleId ?? "";
        if (await db.Completions.AnyAsync(row => row.PersonId == person.Id && row.ModuleId == wanted, cancel))
            return (StartedState.GivenUp, "It is complete already.");
        var gradebook = new Gradebook(services, registration.ToPlatform(), link.Scopes?.Split(' ') ?? []);
        if (!gradebook.MayPostScores)
            return (StartedState.GivenUp, "The launch gave no leave to post scores.");
        var (column, missing) = await columns.FindAsync(gradebook, link, (await courses.CurrentAsync(cancel)).Course.Id, cancel);
        if (column is null)
            return (After(missing!), missing!.Words);
        // Another activity of theirs may share the column, and its completion stands there.
        if (await db.Receipts.AnyAsync(row => row.PersonId == person.Id && row.LineItem == column.Id, cancel))
            return (StartedState.GivenUp, "Something was sent to this column already.");
        var answer = await gradebook.PostAsync(column.Id!, ScoreFor.Started(person, opened.OpenedAt), cancel);
        // It may know something later already, which is what we wanted it to.
        return answer.Succeeded || Outcome.IsAboutTime(answer) ? (StartedState.Told, answer.Words) : (After(Outcome.Of(answer)), answer.Words);
    }

    static StartedState After(Outcome outcome) => outcome.State == ReceiptState.Pending ? StartedState.Pending : StartedState.GivenUp;
}
