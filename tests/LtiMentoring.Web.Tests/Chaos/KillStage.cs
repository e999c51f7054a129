using LtiMentoring.SampleLms;
using LtiMentoring.SampleLms.District;
using LtiMentoring.SampleLms.Faults;
using LtiMentoring.SampleLms.Requests;
using LtiMentoring.Web.Tests.Hosts;
using LtiMentoring.Web.Tests.Machine;
using LtiMentoring.Web.Tests.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LtiMentoring.Web.Tests.Chaos;

/// <summary>The tool as a program that can be killed, registered with a sample LMS that goes on living.</summary>
sealed class KillStage : IAsyncDisposable
{
    readonly string address = $"http://127.0.0.1:{ToolHost.FreePort()}";
    readonly WebApplication app;
    ToolProgram? tool;
    int people;

    KillStage(EmptyDatabase database)
    {
        Database = database;
        app = SampleLmsApp.Build(new SampleLmsOptions { Tool = LmsStage.RegistrationOf(address), ColumnsFromStart = false });
        Lms = app.Services.GetRequiredService<Lms>();
    }

    public EmptyDatabase Database { get; }
    public Lms Lms { get; }

    Dictionary<string, string> Settings => new(Database.Settings) { ["PublicUrl"] = address };

    public static async Task<KillStage> StartAsync(PostgresServer? server)
    {
        var stage = new KillStage(await EmptyDatabase.CreateAsync(server));
        await stage.app.StartAsync();
        var platform = LmsStage.PlatformOf(stage.Lms);
        await ToolProgram.RunAsync(stage.Settings, "migrate");
        var (exit, output) = await ToolProgram.RunAsync(stage.Settings, "platforms", "add", "--issuer", platform.Issuer, "--client-id", platform.ClientId,
            "--deployment", platform.Deployment!, "--auth-url", platform.AuthUrl, "--token-url", platform.TokenUrl, "--jwks-url", platform.JwksUrl);
        Assert.True(exit == 0, output);
        // The answer leaves a little after the grade is there: the moment in which a kill hurts most.
        stage.Lms.Faults.UntilCleared(LmsService.Scores, new Fault.Latency(TimeSpan.FromMilliseconds(40), AfterEffect: true));
        return stage;
    }

    public PersistentMentor NewMentor()
    {
        var person = Lms.People.Put(new LmsPerson($"mentor-{Interlocked.Increment(ref people)}", "Ana", "Mentor"));
        Lms.Enroll(LmsStage.Course, person.Sub, Roles.Learner);
        return new PersistentMentor(Lms, person.Sub, "orientation");
    }

    public async Task ServeAsync() => tool = await ToolProgram.ServeAsync(Settings, address);

    /// <summary>Starts it and kills it before it may have come up.</summary>
    public async Task StartAndKillAsync(TimeSpan after)
    {
        tool = ToolProgram.Start(Settings, $"--urls={address}");
        await Task.Delay(after);
        await KillAsync();
    }

    public async Task KillAsync()
    {
        await tool!.DisposeAsync();
        await LetTimePassAsync();
    }

    /// <summary>While nothing runs: so long that every lease of the dead has ended and every wait is over.</summary>
    async Task LetTimePassAsync()
    {
        await using var db = Database.Open();
        var past = TimeProvider.System.GetUtcNow().UtcDateTime.AddMinutes(-1);
        await db.WriteAsync(async () =>
        {
            await db.Leases.ExecuteUpdateAsync(set => set.SetProperty(row => row.EndsAt, past));
            var receipts = db.Receipts.IgnoreQueryFilters();
            await receipts.Where(row => row.LeaseOwner != null).ExecuteUpdateAsync(set => set.SetProperty(row => row.LeaseEndsAt, past));
            await receipts.Where(row => row.NextTryAt > past).ExecuteUpdateAsync(set => set.SetProperty(row => row.NextTryAt, past));
        });
    }

    public async ValueTask DisposeAsync()
    {
        if (tool is not null)
            await tool.DisposeAsync();
        await app.DisposeAsync();
        await Database.DisposeAsync();
    }
}
