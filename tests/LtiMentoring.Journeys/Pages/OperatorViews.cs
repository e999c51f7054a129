using LtiMentoring.Journeys.Browsers;
using LtiMentoring.Journeys.Walks;
using LtiMentoring.SampleLms.Registering;
using LtiMentoring.Web.Operate;
using LtiMentoring.Web.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LtiMentoring.Journeys.Pages;

/// <summary>The operator's pages, and the page where an LMS registers. Each stands in a window of its own.</summary>
static class OperatorViews
{
    public static IEnumerable<View> All =>
    [
        new("/Operate/Enter", "operate-enter", async cast => await VisitAsync(await cast.StrangerAsync(), await cast.OperatorLinkAsync())),
        new("/Operate/Enter", "operate-enter-used", async cast => await VisitAsync(await cast.StrangerAsync(), $"{await AddressAsync(cast)}/operate/enter/used-before")),
        Of("/Operate/Connections", "operate-connections", ""),
        new("/Operate/Connections", "operate-waiting", WaitingAsync),
        Of("/Operate/Register", "operate-register", "/register"),
        Of("/Operate/Register", "operate-register-moodle", "/register/moodle"),
        Of("/Operate/Register", "operate-register-canvas", "/register/canvas"),
        new("/Operate/Register", "operate-register-missing", async cast => await PressAsync(await OpenAsync(cast, "/register"), "form[action*='handler=save'] .row .btn", ".errors")),
        new("/Operate/Register", "operate-link", async cast => await PressAsync(await OpenAsync(cast, "/register/moodle"), "form[action*='handler=link'] .btn", "code.copy")),
        new("/Operate/Connection", "operate-connection", async cast => await OpenAsync(cast, await ConnectionAsync(cast))),
        new("/Operate/Connection", "operate-tested", async cast => await PressAsync(await OpenAsync(cast, await ConnectionAsync(cast)), "form[action*='handler=test'] .btn", "#test ~ div dl")),
        Of("/Operate/DistrictList", "operate-districts", "/districts"),
        new("/Operate/DistrictSettings", "operate-district", async cast =>
            await OpenAsync(cast, $"/districts/{await (await cast.SitesAsync()).Tool.ReadAsync(db => db.Districts.Select(row => row.Id).FirstAsync())}")),
        Of("/Operate/Keys", "operate-keys", "/keys"),
        new("/Operate/Keys", "operate-keys-next", NextKeyAsync),
        new("/Operate/Keys", "operate-keys-unsure", async cast => await PressAsync(await NextKeyAsync(cast), "form[action$='/use'] .btn", ".errors")),
        new("/Track/Cohorts", "cohorts", cast => CohortsAsync(cast)),
        new("/Track/OwnDistrict", "district", async cast => await DistrictAsync(cast, null)),
        new("/Track/OwnDistrict", "district-missing", async cast => await DistrictAsync(cast, "#Name")),
        new("/Operate/Invited", "invited", async cast => await VisitAsync(await cast.StrangerAsync(), await InvitationAsync(cast))),
        new("/Operate/Invited", "invited-used", async cast => await VisitAsync(await cast.StrangerAsync(), $"{await AddressAsync(cast)}/lti/register/used-before")),
        new("/Operate/Invited", "invited-refused", async cast =>
            await VisitAsync(await cast.StrangerAsync(), await InvitationAsync(cast, new RegistrationQuirks { OtherIssuer = "https://lms.example.org" }))),
        new("/Operate/Invited", "invited-connected", async cast =>
            await PressAsync(await VisitAsync(await cast.StrangerAsync(), await InvitationAsync(cast)), "main form .btn", ".steps")),
    ];

    static async Task<string> AddressAsync(Cast cast) => (await cast.SitesAsync()).Tool.Address;

    static View Of(string page, string name, string path) => new(page, name, cast => OpenAsync(cast, path));

    static async Task<Seat> OpenAsync(Cast cast, string path) => await VisitAsync(await cast.OperatorAsync(), $"{await AddressAsync(cast)}/operate{path}");

    static async Task<Seat> VisitAsync(Seat seat, string address)
    {
        await seat.Tool.GotoAsync(address);
        return seat;
    }

    static async Task<Seat> PressAsync(Seat seat, string button, string then)
    {
        await new Mouse().PressAsync(seat.Tool.Locator(button));
        await seat.Tool.Locator(then).First.WaitForAsync();
        return seat;
    }

    /// <summary>One key waits at a time: once it does, there is nothing to press.</summary>
    static async Task<Seat> NextKeyAsync(Cast cast)
    {
        var seat = await OpenAsync(cast, "/keys");
        return await seat.Tool.Locator("form[action$='/use']").CountAsync() > 0 ? seat : await PressAsync(seat, "form[action$='/next'] .btn", "form[action$='/use']");
    }

    /// <summary>The groups of the sample course, once they were read.</summary>
    static async Task<Seat> CohortsAsync(Cast cast)
    {
        var seat = await cast.AdministratorAsync();
        for (var tries = 0; tries < 100; tries++)
        {
            await seat.OpenAsync("/cohorts");
            if (await seat.Tool.Locator("table").CountAsync() > 0)
                break;
            await Task.Delay(100);
        }
        return seat;
    }

    /// <summary>An administrator's own district; with a field emptied, as it comes back.</summary>
    static async Task<Seat> DistrictAsync(Cast cast, string? emptied)
    {
        var seat = await cast.AdministratorAsync();
        await seat.OpenAsync("/district");
        if (emptied is null)
            return seat;
        await seat.Tool.Locator(emptied).FillAsync("");
        return await PressAsync(seat, "form[action$='/district'] .row .btn", ".errors");
    }

    static async Task<string> ConnectionAsync(Cast cast) =>
        $"/connections/{(await (await cast.SitesAsync()).Tool.ReadAsync(db => db.Registrations.OrderBy(row => row.Name).LastAsync(row => row.Name == "Sample LMS"))).Id}";

    static async Task<string> InvitationAsync(Cast cast, RegistrationQuirks? quirks = null)
    {
        var sites = await cast.SitesAsync();
        await using var scope = sites.Tool.Services.CreateAsyncScope();
        var district = await sites.Tool.ReadAsync(db => db.Districts.Select(row => row.Id).FirstAsync());
        var token = await scope.ServiceProvider.GetRequiredService<OneTimeLinks>().MakeAsync(LinkPurpose.Registration, district, CancellationToken.None);
        return sites.Lms.Invitations.Give($"{sites.Tool.Address}/lti/register/{token}", quirks);
    }

    static async Task<Seat> WaitingAsync(Cast cast)
    {
        await (await cast.SitesAsync()).Tool.WriteAsync(async db =>
        {
            if (!await db.PendingDeployments.AnyAsync())
                db.PendingDeployments.Add(new PendingDeployment
                {
                    RegistrationId = await db.Registrations.Select(row => row.Id).FirstAsync(), DeploymentId = "elm-street", Described = "Peer mentoring, fall",
                    FirstSeenAt = new DateTime(2026, 9, 1, 14, 0, 0, DateTimeKind.Utc), SeenAt = new DateTime(2026, 9, 2, 14, 0, 0, DateTimeKind.Utc),
                });
        });
        return await OpenAsync(cast, "");
    }
}
