using LtiMentoring.SampleLms;
using LtiMentoring.SampleLms.District;
using LtiMentoring.SampleLms.Gradebook;
using LtiMentoring.Web.Operate;
using LtiMentoring.Web.Storage;
using LtiMentoring.Web.Tests.Machine;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LtiMentoring.Web.Tests.Hosts;

/// <summary>The tool, and a real LMS that it is registered with, on one database and by one clock.</summary>
public abstract class LmsStage(PostgresServer? server) : DatabaseStage(server)
{
    public const string Course = "peer-mentoring";
    WebApplication app = null!;
    int things;

    public Lms Lms { get; private set; } = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        app = SampleLmsApp.Build(new SampleLmsOptions { Tool = RegistrationOf(Tool.Address), ColumnsFromStart = false }, Clock);
        await app.StartAsync();
        Lms = app.Services.GetRequiredService<Lms>();
        await Tool.RegisterAsync(PlatformOf(Lms));
    }

    /// <summary>What the LMS's administrator enters about the tool.</summary>
    public static ToolRegistration RegistrationOf(string tool) => new()
    {
        LoginUrl = $"{tool}/lti/login", RedirectUrls = [$"{tool}/lti/launch"], TargetLinkUrl = $"{tool}/lti/launch",
        JwksUrl = $"{tool}/.well-known/jwks.json",
    };

    /// <summary>What the tool's operator enters about the LMS.</summary>
    internal static NewPlatform PlatformOf(Lms lms) => new(
        lms.Address, lms.Registration.ClientId, "1", $"{lms.Address}/lti/authorize", $"{lms.Address}/lti/token", $"{lms.Address}/lti/jwks",
        "Sample LMS", [], "Lakeview", "America/Chicago");

    /// <summary>Somebody new, enrolled to learn.</summary>
    public string NewMentor()
    {
        var person = Lms.People.Put(new LmsPerson($"mentor-{Interlocked.Increment(ref things)}", "Ana", "Mentor"));
        Lms.Enroll(Course, person.Sub, Roles.Learner);
        return person.Sub;
    }

    /// <summary>A new placed link, with its own column unless the tool must find or make one.</summary>
    /// <param name="module">The module that it stands for; the whole course without it.</param>
    public LmsLink NewLink(bool withColumn = true, string? module = null)
    {
        var link = new LmsLink($"link-{Interlocked.Increment(ref things)}", Course, "Orientation");
        Lms.Links.Put(module is null ? link : link with { Custom = link.Custom.Add("module", module) });
        if (withColumn)
            Lms.AddColumn(link.Id);
        return Lms.Links[link.Id];
    }

    public GradeColumn ColumnOf(LmsLink link) => Lms.LineItems.Single(column => column.ResourceLinkId == link.Id);

    /// <summary>Opens the link in the LMS, as its mentor does.</summary>
    public async Task<Page> LaunchAsync(string mentor, LmsLink link)
    {
        using var browser = new LmsVisitor(Lms);
        var home = await browser.LaunchAsync(mentor, link.Id);
        Assert.True(home.Status == 200, $"{home.Status} {home.Text}\n{string.Join('\n', Tool.Log.Lines)}");
        return home;
    }

    /// <summary>A new mentor opens the link and completes the course.</summary>
    public async Task<string> CompleteAsync(LmsLink link)
    {
        var mentor = NewMentor();
        await LaunchAsync(mentor, link);
        await FinishAsync(mentor);
        return mentor;
    }

    /// <summary>Finishes every lesson, in one commit, by the rule that the pages use.</summary>
    public Task FinishAsync(string mentor) => InDistrictAsync(async (services, db) =>
    {
        var course = (await services.GetRequiredService<Courses>().CurrentAsync(default)).Course;
        var person = await db.People.SingleAsync(row => row.Subject == mentor);
        await db.WriteAsync(async () =>
        {
            foreach (var module in course.Modules)
                foreach (var lesson in module.Lessons)
                {
                    await services.GetRequiredService<Progress>().FinishAsync(person.DistrictId, person.Id, course, module.Id, lesson.Id, default);
                    await db.SaveChangesAsync();
                }
        });
        return true;
    });

    /// <summary>Works with the tool's services and database, in the one district there is.</summary>
    public async Task<T> InDistrictAsync<T>(Func<IServiceProvider, MentoringDb, Task<T>> work)
    {
        await using var scope = Tool.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<MentoringDb>();
        db.DistrictId = await db.Districts.Select(district => district.Id).SingleAsync();
        return await work(scope.ServiceProvider, db);
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await app.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    public new sealed class Sqlite() : LmsStage(null);

    public new sealed class Postgres(PostgresServer server) : LmsStage(server);
}
