using LtiMentoring.SampleLms;
using LtiMentoring.SampleLms.District;
using LtiMentoring.Web.Operate;
using LtiMentoring.Web.Tests.Hosts;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace LtiMentoring.Journeys.Hosts;

/// <summary>
/// The tool at 127.0.0.1 and an LMS at localhost, known to each other. To a browser these are two sites: the tool's frame is
/// a stranger in the LMS's page, as it is in a district.
/// </summary>
public sealed class TwoSites : IAsyncDisposable
{
    public const string Course = "peer-mentoring";
    public const string Link = "orientation";
    public const string LinkTitle = "Peer mentor orientation";

    readonly WebApplication lmsProgram;
    int people;

    internal TwoSites(WebApplication lmsProgram, ToolHost tool) => (this.lmsProgram, Tool) = (lmsProgram, tool);

    public ToolHost Tool { get; }
    public Lms Lms => lmsProgram.Services.GetRequiredService<Lms>();

    /// <summary>The folder of a small course with a lesson of each kind.</summary>
    public static string EveryKind { get; } = Path.Combine(AppContext.BaseDirectory, "Kinds");

    /// <param name="clock">The clock of both; the machine's without it.</param>
    /// <param name="course">The course's folder; the shipped course's first module without it.</param>
    public static async Task<TwoSites> StartAsync(TimeProvider? clock = null, string? course = null)
    {
        var lmsProgram = SampleLmsApp.Build(new SampleLmsOptions { Address = "http://localhost:0" }, clock);
        await lmsProgram.StartAsync();
        var sites = new TwoSites(lmsProgram, await ToolHost.StartAsync(clock: clock, settings: course is null ? [] : [$"--CourseDirectory={course}"]));
        var (lms, tool) = (sites.Lms, sites.Tool.Address);
        lms.Registration = lms.Registration with
        {
            LoginUrl = $"{tool}/lti/login",
            RedirectUrls = [$"{tool}/lti/launch"],
            TargetLinkUrl = $"{tool}/lti/launch",
            JwksUrl = $"{tool}/.well-known/jwks.json",
        };
        await sites.Tool.RegisterAsync(new NewPlatform(
            lms.Address, lms.Registration.ClientId, lms.Registration.Deployments[0], $"{lms.Address}/lti/authorize", $"{lms.Address}/lti/token",
            $"{lms.Address}/lti/jwks", "Sample LMS", [], "Lakeview Unified School District", "America/Chicago"));
        return sites;
    }

    /// <summary>The same two sites before they know each other: as on the Monday on which a district begins.</summary>
    public static async Task<TwoSites> StartApartAsync()
    {
        var lmsProgram = SampleLmsApp.Build(new SampleLmsOptions { Address = "http://localhost:0", Fresh = true });
        await lmsProgram.StartAsync();
        return new TwoSites(lmsProgram, await ToolHost.StartAsync());
    }

    /// <summary>A new one-time link into the operator's pages, as the program prints it.</summary>
    public async Task<string> OperatorLinkAsync()
    {
        await using var scope = Tool.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<OneTimeLinks>().ForOperatorAsync(CancellationToken.None);
    }

    /// <summary>Somebody nobody has seen before, enrolled in the course.</summary>
    public LmsPerson NewPerson(string givenName, string role = Roles.Learner, string locale = "en")
    {
        var sub = $"{givenName.ToLowerInvariant()}-{Interlocked.Increment(ref people)}";
        var person = Lms.People.Put(new LmsPerson(sub, givenName, "Lindgren") { Email = $"{sub}@district.example", Locale = locale });
        Lms.Enroll(Course, sub, role);
        return person;
    }

    public async ValueTask DisposeAsync()
    {
        await Tool.DisposeAsync();
        await lmsProgram.DisposeAsync();
    }
}
