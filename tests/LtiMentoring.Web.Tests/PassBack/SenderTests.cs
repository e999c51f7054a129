using LtiMentoring.SampleLms.Faults;
using LtiMentoring.SampleLms.Requests;
using LtiMentoring.Web.Storage;
using LtiMentoring.Web.Tests.Hosts;
using Microsoft.EntityFrameworkCore;

namespace LtiMentoring.Web.Tests.PassBack;

/// <summary>Several senders, one table of debts.</summary>
public abstract class SenderTests(LmsStage stage) : IAsyncLifetime
{
    public sealed class OnSqlite(LmsStage.Sqlite stage) : SenderTests(stage), IClassFixture<LmsStage.Sqlite>;

    public sealed class OnPostgres(LmsStage.Postgres stage) : SenderTests(stage), IClassFixture<LmsStage.Postgres>;

    public ValueTask InitializeAsync()
    {
        stage.Lms.Faults.Clear();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Three_senders_send_every_receipt_once()
    {
        await stage.AddReplicaAsync();
        await stage.AddReplicaAsync();
        var link = stage.NewLink();
        var mentors = Enumerable.Range(0, 24).Select(_ => stage.NewMentor()).ToList();
        foreach (var mentor in mentors)
            await stage.LaunchAsync(mentor, link);
        stage.Lms.Faults.UntilCleared(LmsService.Scores, new Fault.Latency(TimeSpan.FromMilliseconds(50)));

        // Due at one moment, so that all senders find the same candidates.
        foreach (var mentor in mentors)
            await HoldAsync(mentor);
        stage.Clock.Advance(TimeSpan.FromHours(1));

        foreach (var mentor in mentors)
            await stage.AcceptedAsync(mentor);
        Assert.All(mentors, mentor => Assert.Single(stage.ScoresOf(mentor)));
        Assert.All(mentors, mentor => Assert.True(stage.Lms.Result(stage.ColumnOf(link).Id, mentor) is { IsComplete: true }));
    }

    [Fact]
    public async Task What_a_sender_held_when_it_died_returns_when_its_lease_ends()
    {
        var mentor = stage.NewMentor();
        await stage.LaunchAsync(mentor, stage.NewLink());
        await HoldAsync(mentor, lease: TimeSpan.FromMinutes(3), due: TimeSpan.Zero);

        stage.Clock.Advance(TimeSpan.FromMinutes(2));
        await Task.Delay(300);
        Assert.Empty(stage.ScoresOf(mentor));
        stage.Clock.Advance(TimeSpan.FromMinutes(2));

        await stage.AcceptedAsync(mentor);
        Assert.Single(stage.ScoresOf(mentor));
    }

    [Fact]
    public async Task A_sender_that_lost_its_lease_while_it_sent_writes_nothing_over_the_new_holder()
    {
        var mentor = stage.NewMentor();
        await stage.LaunchAsync(mentor, stage.NewLink());
        stage.Lms.Faults.Next(LmsService.Scores, new Fault.Latency(TimeSpan.FromSeconds(1)));
        await stage.FinishAsync(mentor);
        await Eventually.GetAsync(() => Task.FromResult(stage.Lms.Requests.Any(request => request.Body.Contains($"\"{mentor}\"", StringComparison.Ordinal))), there => there);

        await ChangeAsync(mentor, (set, now) => set.SetProperty(row => row.LeaseOwner, "another"));
        await Eventually.GetAsync(() => Task.FromResult(stage.ScoresOf(mentor).Count), count => count == 1);
        await Task.Delay(300);

        var receipt = await stage.ReceiptAsync(mentor);
        Assert.Equal((ReceiptState.Pending, "another", 0), (receipt.State, receipt.LeaseOwner, receipt.Tries));
    }

    [Fact]
    public async Task One_receipt_that_breaks_the_tool_holds_up_no_other()
    {
        var broken = stage.NewMentor();
        var link = stage.NewLink();
        await stage.LaunchAsync(broken, link);
        await stage.InDistrictAsync((_, db) => db.WriteAsync(() => db.PlacedLinks.Where(row => row.ResourceLinkId == link.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.LineItem, "no address at all"))));
        await stage.FinishAsync(broken);

        var other = await stage.CompleteAsync(stage.NewLink());

        await stage.AcceptedAsync(other);
        var stuck = await Eventually.GetAsync(() => stage.ReceiptAsync(broken), receipt => receipt.LeaseOwner is not null);
        Assert.Equal((ReceiptState.Pending, 0), (stuck.State, stuck.Tries));

        await stage.LaunchAsync(broken, link);
        stage.Clock.Advance(TimeSpan.FromMinutes(4));
        await stage.AcceptedAsync(broken);
    }

    /// <summary>A mentor's debt that is due later, or that somebody holds already.</summary>
    async Task HoldAsync(string mentor, TimeSpan lease = default, TimeSpan? due = null)
    {
        await stage.InDistrictAsync(async (services, db) =>
        {
            var ends = stage.Clock.GetUtcNow().UtcDateTime + lease;
            var next = stage.Clock.GetUtcNow().UtcDateTime + (due ?? TimeSpan.FromMinutes(30));
            var person = await db.People.SingleAsync(row => row.Subject == mentor);
            var link = await db.OpenedLinks.Where(row => row.PersonId == person.Id).Select(row => row.PlacedLinkId).SingleAsync();
            await db.WriteAsync(() =>
            {
                var completion = new Completion
                {
                    DistrictId = person.DistrictId, PersonId = person.Id, CourseId = "peer-mentor-orientation", ModuleId = "", CompletedAt = stage.Clock.GetUtcNow().UtcDateTime,
                };
                db.Completions.Add(completion);
                db.Receipts.Add(new Receipt
                {
                    DistrictId = person.DistrictId, CompletionId = completion.Id, PersonId = person.Id, PlacedLinkId = link, NextTryAt = next,
                    LeaseOwner = lease > TimeSpan.Zero ? "dead" : null, LeaseEndsAt = lease > TimeSpan.Zero ? ends : null,
                });
                return Task.CompletedTask;
            });
            return true;
        });
    }

    Task ChangeAsync(string mentor, Action<Microsoft.EntityFrameworkCore.Query.UpdateSettersBuilder<Receipt>, DateTime> change) => stage.InDistrictAsync((_, db) => db.WriteAsync(() =>
        db.Receipts.Where(row => db.People.Any(person => person.Id == row.PersonId && person.Subject == mentor))
            .ExecuteUpdateAsync(set => change(set, stage.Clock.GetUtcNow().UtcDateTime))));

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }
}
