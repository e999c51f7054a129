using LtiMentoring.Journeys;
using LtiMentoring.Journeys.Browsers;
using LtiMentoring.Journeys.Hosts;
using LtiMentoring.SampleLms.District;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Stage))]

namespace LtiMentoring.Journeys;

/// <summary>What all journeys share: one browser, one tool and one LMS. Each journey has a person and cookies of its own.</summary>
public sealed class Stage : IAsyncLifetime
{
    public Chromium Chromium { get; private set; } = null!;
    public TwoSites Sites { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Chromium = await Chromium.StartAsync();
        Sites = await TwoSites.StartAsync();
    }

    /// <summary>Somebody new, signed in to the LMS, looking at the course.</summary>
    public Task<Seat> SeatAsync(string givenName, string role = Roles.Learner, BrowserNewContextOptions? browser = null) =>
        Seat.TakeAsync(Chromium, Sites, Sites.NewPerson(givenName, role), browser);

    public async ValueTask DisposeAsync()
    {
        await Chromium.DisposeAsync();
        await Sites.DisposeAsync();
    }
}
