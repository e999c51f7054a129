using LtiMentoring.Web.Tests.Hosts;
using LtiMentoring.Web.Tests.Machine;
using Microsoft.EntityFrameworkCore;

namespace LtiMentoring.Web.Tests.Launch;

/// <summary>A tool and one registered platform, shared by many launches.</summary>
public sealed class LaunchStage : IAsyncLifetime
{
    /// <summary>More settings, as --Name=value.</summary>
    public string[] Settings { get; init; } = [];

    /// <summary>Where the database lies; null for a SQLite file.</summary>
    public PostgresServer? Server { get; init; }

    public ManualClock Clock { get; } = new();
    public ToolHost Tool { get; private set; } = null!;
    public TestPlatform Platform { get; private set; } = null!;
    public Guid Registration { get; private set; }
    public LaunchPlay Play { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Platform = await TestPlatform.StartAsync();
        Tool = await ToolHost.StartAsync(Server is null ? null : await Server.CreateDatabaseAsync(), Clock, settings: Settings);
        Registration = await Tool.RegisterAsync(Platform.Registration);
        Play = new LaunchPlay(Tool, Platform, Registration, Clock);
    }

    /// <summary>Another registration of the same issuer, with a key and a deployment of its own, until the stage is cleared.</summary>
    public TestPlatform? Second { get; private set; }

    public async Task<LaunchPlay> AddSecondAsync()
    {
        Second = await TestPlatform.StartAsync("client-2");
        return new LaunchPlay(Tool, Second, await Tool.RegisterAsync(Second.Registration with { Deployment = "2" }), Clock);
    }

    /// <summary>As before the first launch.</summary>
    public async Task ClearAsync()
    {
        Tool.Log.Lines.Clear();
        if (Platform.RestoreKey())
            // So long that the tool asks for it again.
            Clock.Advance(TimeSpan.FromMinutes(1));
        if (Second is not null)
            await Second.DisposeAsync();
        Second = null;
        await Tool.WriteAsync(async db =>
        {
            await db.Sessions.ExecuteDeleteAsync();
            await db.PlacedLinks.ExecuteDeleteAsync();
            await db.People.ExecuteDeleteAsync();
            await db.Registrations.Where(row => row.Id != Registration).ExecuteDeleteAsync();
            await db.Registrations.ExecuteUpdateAsync(set => set
                .SetProperty(row => row.Disabled, false).SetProperty(row => row.AllowsAnonymous, false).SetProperty(row => row.JwksUri, $"{Platform.Address}/jwks"));
        });
    }

    /// <summary>A launch from the course page to the first page of the tool.</summary>
    public async Task<Page> LaunchAsync(Visitor visitor, LaunchCase? launch = null)
    {
        launch ??= new LaunchCase { About = "a good launch", Expect = "" };
        return await Play.EndAsync(visitor, Play.Answer(await Play.BeginAsync(visitor, launch), launch));
    }

    public async ValueTask DisposeAsync()
    {
        await Tool.DisposeAsync();
        if (Second is not null)
            await Second.DisposeAsync();
        await Platform.DisposeAsync();
    }
}
