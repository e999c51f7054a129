using System.Collections.Concurrent;
using System.Globalization;
using LtiMentoring.Web.Storage;
using LtiMentoring.Web.Tests.Hosts;
using LtiMentoring.Web.Tests.Machine;
using Microsoft.EntityFrameworkCore;

namespace LtiMentoring.Web.Tests.Chaos;

/// <summary>
/// A completion is never lost and never sent twice in effect, though the program is killed at any moment. A few kills in
/// everyday runs; as many as the environment variable LTIMENTORING_CHAOS says in a long one.
/// </summary>
public abstract class KillTests(PostgresServer? server, int everyday)
{
    const string Variable = "LTIMENTORING_CHAOS";
    const int AtOnce = 3;

    public sealed class OnSqlite() : KillTests(null, everyday: 10);

    public sealed class OnPostgres(PostgresServer server) : KillTests(server, everyday: 5);

    int Kills => Environment.GetEnvironmentVariable(Variable) is not { Length: > 0 } set ? everyday
        : int.TryParse(set, CultureInfo.InvariantCulture, out var kills) && kills > 0 ? kills
        : throw new InvalidOperationException($"{Variable} is \"{set}\". Set it to a number of kills, for example 200.");

    [Fact]
    public async Task However_often_it_is_killed_every_completion_stands_in_the_gradebook_once()
    {
        await using var stage = await KillStage.StartAsync(server);
        var mentors = new ConcurrentBag<PersistentMentor>();
        using var closing = new CancellationTokenSource();
        await stage.ServeAsync();
        var workers = Enumerable.Range(0, AtOnce).Select(_ => Task.Run(() => WorkAsync(stage, mentors, closing.Token))).ToList();

        for (var kill = 0; kill < Kills; kill++)
        {
            // Any moment: while it starts, while mentors work, while scores are on their way.
            await Task.Delay(Random.Shared.Next(2_500));
            await stage.KillAsync();
            if (kill % 4 == 3)
                await stage.StartAndKillAsync(TimeSpan.FromMilliseconds(Random.Shared.Next(1_500)));
            await stage.ServeAsync();
        }
        await closing.CancelAsync();
        await Task.WhenAll(workers);
        await WaitUntilNothingIsOwedAsync(stage);

        Assert.True(mentors.Count >= AtOnce, "Nobody completed anything, so nothing was tested.");
        await CheckDatabaseAsync(stage, [.. mentors]);
        CheckGradebook(stage, [.. mentors]);
    }

    static async Task WorkAsync(KillStage stage, ConcurrentBag<PersistentMentor> mentors, CancellationToken closing)
    {
        while (!closing.IsCancellationRequested)
        {
            using var mentor = stage.NewMentor();
            await mentor.CompleteAsync();
            mentors.Add(mentor);
        }
    }

    static async Task WaitUntilNothingIsOwedAsync(KillStage stage)
    {
        await using var db = stage.Database.Open();
        await Eventually.GetAsync(
            () => db.Receipts.IgnoreQueryFilters().CountAsync(row => row.State != ReceiptState.Accepted), owed => owed == 0, seconds: 60);
    }

    static async Task CheckDatabaseAsync(KillStage stage, List<PersistentMentor> mentors)
    {
        await using var db = stage.Database.Open();
        var people = await db.People.IgnoreQueryFilters().ToDictionaryAsync(row => row.Subject);
        var completions = await db.Completions.IgnoreQueryFilters().ToListAsync();
        var receipts = await db.Receipts.IgnoreQueryFilters().ToListAsync();
        foreach (var mentor in mentors)
        {
            var person = people[mentor.Subject].Id;
            var whole = Assert.Single(completions, row => row.PersonId == person && row.ModuleId.Length == 0);
            Assert.Single(completions, row => row.PersonId == person && row.ModuleId == MentorWalk.Module);
            // What a page has once called complete was not made again later.
            Assert.True(whole.CompletedAt <= mentor.SawItComplete, $"{mentor.Subject} saw a completion that was lost");
            Assert.Equal(ReceiptState.Accepted, Assert.Single(receipts, row => row.CompletionId == whole.Id).State);
        }
        Assert.Equal(mentors.Count, receipts.Count);
    }

    static void CheckGradebook(KillStage stage, List<PersistentMentor> mentors)
    {
        var column = Assert.Single(stage.Lms.LineItems);
        Assert.All(mentors, mentor =>
        {
            var grade = stage.Lms.Result(column.Id, mentor.Subject);
            Assert.True(grade is { IsComplete: true } && grade.Score == column.Maximum, $"{mentor.Subject} has {grade}");
            Assert.Single(stage.Lms.Scores, score => score.Accepted && score.Message!.UserId == mentor.Subject);
        });
    }
}
