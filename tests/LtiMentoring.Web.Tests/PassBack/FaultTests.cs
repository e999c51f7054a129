using LtiMentoring.SampleLms.Faults;
using LtiMentoring.SampleLms.Requests;
using LtiMentoring.Web.Storage;
using LtiMentoring.Web.Tests.Hosts;

namespace LtiMentoring.Web.Tests.PassBack;

/// <summary>What an LMS does wrong, what becomes of the receipt, and whose words it keeps.</summary>
public abstract class FaultTests(LmsStage stage) : IAsyncLifetime
{
    static readonly TimeSpan SoonEnough = TimeSpan.FromMinutes(1);

    public sealed class OnSqlite(LmsStage.Sqlite stage) : FaultTests(stage), IClassFixture<LmsStage.Sqlite>;

    public sealed class OnPostgres(LmsStage.Postgres stage) : FaultTests(stage), IClassFixture<LmsStage.Postgres>;

    public ValueTask InitializeAsync()
    {
        stage.Lms.Faults.Clear();
        // Each fault here is meant for a score: nothing else may ask for tokens.
        stage.Lms.Registration = stage.Lms.Registration with { Scopes = [.. SampleLms.Tokens.Scopes.Grades] };
        // Long enough that the tool asks anew for keys that were rotated in another test, and for a token.
        stage.Clock.Advance(TimeSpan.FromHours(2));
        return ValueTask.CompletedTask;
    }

    /// <summary>A fault, where it strikes, and what the LMS says by it.</summary>
    public static TheoryData<LmsService, Fault, string> ThatPass => new()
    {
        { LmsService.Scores, new Fault.Status(500, "Out of disk."), "500 Internal Server Error: <h1>500</h1><p>Out of disk.</p>" },
        { LmsService.Scores, new Fault.Status(503), "503 Service Unavailable: <h1>503</h1><p>The LMS is down for maintenance.</p>" },
        { LmsService.LineItems, new Fault.Status(502), "502 Bad Gateway" },
        { LmsService.Token, new Fault.Status(500), "500 Internal Server Error" },
        { LmsService.Token, new Fault.Status(400, "invalid_client"), "400 Bad Request: <h1>400</h1><p>invalid_client</p>" },
        { LmsService.Token, new Fault.Status(403, "Forbidden here."), "403 Forbidden: <h1>403</h1><p>Forbidden here.</p>" },
        { LmsService.Token, new Fault.Status(404, "No such page."), "404 Not Found" },
        { LmsService.Token, new Fault.TruncatedJson(), "the token endpoint's answer is not JSON" },
        { LmsService.LineItems, new Fault.TruncatedJson(), "the answer cannot be read: 200 OK" },
        { LmsService.Token, new Fault.ConnectionReset(), "" },
        { LmsService.Scores, new Fault.TooManyRequests(), "429 Too Many Requests: Too many requests" },
        { LmsService.Scores, new Fault.Status(408), "408 Request Timeout" },
        { LmsService.Scores, new Fault.ConnectionReset(), "" },
        { LmsService.LineItems, new Fault.EndlessBody(), "the answer is longer than 1024 KB" },
    };

    [Theory, MemberData(nameof(ThatPass), DisableDiscoveryEnumeration = true)]
    public async Task Sends_again_what_a_fault_that_passes_has_stopped(LmsService service, Fault fault, string words)
    {
        stage.Lms.Faults.Next(service, fault);
        var mentor = await stage.CompleteAsync(stage.NewLink());

        var stopped = await stage.TriedAsync(mentor);
        Assert.Equal(ReceiptState.Pending, stopped.State);
        Assert.Contains(words, stopped.Words, StringComparison.Ordinal);
        Assert.NotEqual("", stopped.Words);
        Assert.InRange(stopped.NextTryAt, stopped.AnsweredAt!.Value.AddMilliseconds(50), stopped.AnsweredAt.Value.AddSeconds(1));

        stage.Clock.Advance(SoonEnough);
        var sent = Assert.Single(await stage.AcceptedAsync(mentor));
        Assert.Equal(2, sent.Tries);
        Assert.Single(stage.ScoresOf(mentor), score => score.Accepted);
    }

    /// <summary>A fault of which nothing is left: the score arrives at the first try.</summary>
    public static TheoryData<LmsService, Fault> ThatDoNoHarm => new()
    {
        { LmsService.Scores, new Fault.Latency(TimeSpan.FromSeconds(1)) },
        { LmsService.Scores, new Fault.TokensRevoked() },
        { LmsService.LineItems, new Fault.TokensRevoked() },
        { LmsService.LineItems, new Fault.WrongContentType() },
        { LmsService.Token, new Fault.WrongContentType() },
        { LmsService.Scores, new Fault.KeysRotated() },
    };

    [Theory, MemberData(nameof(ThatDoNoHarm), DisableDiscoveryEnumeration = true)]
    public async Task Arrives_at_the_first_try_in_spite_of(LmsService service, Fault fault)
    {
        var link = stage.NewLink();
        stage.Lms.Faults.Next(service, fault);

        var mentor = await stage.CompleteAsync(link);

        var receipt = Assert.Single(await stage.AcceptedAsync(mentor));
        Assert.Equal(1, receipt.Tries);
        Assert.True(stage.Lms.Result(stage.ColumnOf(link).Id, mentor) is { IsComplete: true });
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Leaves_the_LMS_alone_for_as_long_as_it_asks(bool asDate)
    {
        stage.Lms.Faults.Next(LmsService.Scores, new Fault.TooManyRequests(TimeSpan.FromMinutes(20), asDate));
        var mentor = await stage.CompleteAsync(stage.NewLink());

        var asked = await stage.TriedAsync(mentor);
        stage.Clock.Advance(TimeSpan.FromMinutes(19));
        await Task.Delay(300);
        Assert.Equal(1, (await stage.ReceiptAsync(mentor)).Tries);
        stage.Clock.Advance(TimeSpan.FromMinutes(2));

        Assert.InRange(asked.NextTryAt - asked.AnsweredAt!.Value, TimeSpan.FromMinutes(20) - TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(20));
        Assert.Equal(2, Assert.Single(await stage.AcceptedAsync(mentor)).Tries);
    }

    /// <summary>The hardest of all: the LMS has the score, and the tool cannot know.</summary>
    [Fact]
    public async Task A_score_whose_answer_was_lost_is_found_in_the_gradebook()
    {
        var link = stage.NewLink();
        stage.Lms.Faults.Next(LmsService.Scores, new Fault.ConnectionReset(AfterEffect: true));
        var mentor = await stage.CompleteAsync(link);
        await stage.TriedAsync(mentor);

        stage.Clock.Advance(SoonEnough);

        var receipt = Assert.Single(await stage.AcceptedAsync(mentor));
        Assert.Equal("The gradebook shows it already.", receipt.Words);
        // It is not sent a second time: an LMS may show that as another submission.
        Assert.Equal([200], stage.ScoresOf(mentor).Select(score => score.Status));
    }

    [Fact]
    public async Task An_LMS_that_never_answers_is_given_up_after_ten_seconds_and_tried_again()
    {
        stage.Lms.Faults.Next(LmsService.Scores, new Fault.Latency(TimeSpan.FromSeconds(30)));
        var mentor = await stage.CompleteAsync(stage.NewLink());

        var stopped = await stage.TriedAsync(mentor);
        stage.Clock.Advance(SoonEnough);
        var sent = await stage.AcceptedAsync(mentor);

        Assert.Equal("no answer within 10 seconds", stopped.Words);
        Assert.Equal(2, Assert.Single(sent).Tries);
    }

    /// <summary>What no repetition mends.</summary>
    public static TheoryData<Fault, string> ThatNeedAPerson => new()
    {
        { new Fault.Status(403, "Grades are locked."), "403 Forbidden: <h1>403</h1><p>Grades are locked.</p>" },
        { new Fault.Status(422, "No such student."), "422 Unprocessable Entity: <h1>422</h1><p>No such student.</p>" },
        { new Fault.Status(400, "Incorrect score received."), "400 Bad Request: <h1>400</h1><p>Incorrect score received.</p>" },
        { new Fault.Redirect("http://elsewhere.invalid/"), "307 Temporary Redirect" },
    };

    [Theory, MemberData(nameof(ThatNeedAPerson), DisableDiscoveryEnumeration = true)]
    public async Task Waits_for_a_person_where_repetition_mends_nothing(Fault fault, string words)
    {
        stage.Lms.Faults.Next(LmsService.Scores, fault);
        var mentor = await stage.CompleteAsync(stage.NewLink());
        var refused = await stage.TriedAsync(mentor);

        stage.Clock.Advance(TimeSpan.FromDays(2));
        await Task.Delay(300);

        Assert.Equal(ReceiptState.NeedsPerson, refused.State);
        Assert.Equal(words, refused.Words);
        Assert.Equal(1, (await stage.ReceiptAsync(mentor)).Tries);
    }

    [Fact]
    public async Task A_relaunch_tries_again_what_needed_a_person()
    {
        var link = stage.NewLink();
        stage.Lms.Faults.Next(LmsService.Scores, new Fault.Status(403, "Grades are locked."));
        var mentor = await stage.CompleteAsync(link);
        await stage.TriedAsync(mentor);

        await stage.LaunchAsync(mentor, link);

        Assert.Equal(ReceiptState.Accepted, Assert.Single(await stage.AcceptedAsync(mentor)).State);
    }

    [Fact]
    public async Task Somebody_who_left_the_course_needs_a_person()
    {
        var link = stage.NewLink();
        var mentor = stage.NewMentor();
        await stage.LaunchAsync(mentor, link);
        stage.Lms.Unenroll(LmsStage.Course, mentor);

        await stage.FinishAsync(mentor);

        var refused = await stage.TriedAsync(mentor);
        Assert.Equal(ReceiptState.NeedsPerson, refused.State);
        Assert.Contains($"{mentor} is not a learner in this course.", refused.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_registration_that_is_switched_off_is_left_alone_and_nothing_is_lost()
    {
        var mentor = stage.NewMentor();
        await stage.LaunchAsync(mentor, stage.NewLink());
        await SwitchAsync(off: true);
        await stage.FinishAsync(mentor);
        var held = await stage.TriedAsync(mentor);

        await SwitchAsync(off: false);
        stage.Clock.Advance(SoonEnough);

        Assert.Equal(ReceiptState.Pending, held.State);
        Assert.Empty(stage.ScoresOf(mentor).Where(score => score.At < held.NextTryAt));
        await stage.AcceptedAsync(mentor);
    }

    Task SwitchAsync(bool off) => stage.Tool.WriteAsync(db =>
    {
        foreach (var registration in db.Registrations)
            registration.Disabled = off;
        return Task.CompletedTask;
    });

    public ValueTask DisposeAsync()
    {
        stage.Lms.Faults.Clear();
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }
}
