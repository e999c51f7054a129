using LtiMentoring.Journeys.Browsers;
using LtiMentoring.Journeys.Walks;
using LtiMentoring.Lti.DeepLinking;
using LtiMentoring.SampleLms.District;
using LtiMentoring.Web.Storage;

namespace LtiMentoring.Journeys.Pages;

/// <summary>The pages of launches that ask for something else than the course.</summary>
static class PurposeViews
{
    public static IEnumerable<View> All =>
    [
        new("/Author/Picker", "picker-one", cast => PickAsync(cast, several: false)),
        new("/Author/Picker", "picker-several", cast => PickAsync(cast, several: true)),
        new("/Author/Picker", "picker-missing", async cast =>
        {
            var seat = await PickAsync(cast, several: true);
            await new Mouse().PressAsync(seat.Tool.Locator("main form .btn").First);
            await seat.Tool.Locator(".errors").WaitForAsync();
            return seat;
        }),
        new("/Complete/Review", "review", async cast =>
        {
            var mentor = await cast.FinishedAsync();
            return await OpenAsync(await cast.SentForAsync(SessionPurpose.Review, mentor.Person.Sub, "Rita"), "/review");
        }),
        new("/Complete/Review", "review-nothing", async cast => await OpenAsync(await cast.SentForAsync(SessionPurpose.Review, "nobody", "Rolf"), "/review")),
        new("/Complete/Privacy", "privacy", async cast => await OpenAsync(await cast.SentForAsync(SessionPurpose.Privacy, null, "Paz"), "/privacy")),
        new("/Complete/Privacy", "privacy-one", async cast =>
        {
            var mentor = await cast.FinishedAsync();
            return await OpenAsync(await cast.SentForAsync(SessionPurpose.Privacy, mentor.Person.Sub, "Pilar", Roles.InstitutionAdministrator), "/privacy");
        }),
    ];

    static async Task<Seat> PickAsync(Cast cast, bool several)
    {
        var request = new PlaceRequest("1", new DeepLinkingSettings((await cast.SitesAsync()).Lms.Address, ["ltiResourceLink"], several, true, null));
        return await OpenAsync(await cast.SentForAsync(SessionPurpose.Place, request.Write(), several ? "Pia" : "Petra"), "/place");
    }

    static async Task<Seat> OpenAsync(Seat seat, string path)
    {
        await seat.OpenAsync(path);
        return seat;
    }
}
