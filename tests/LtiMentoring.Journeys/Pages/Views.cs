using LtiMentoring.Journeys.Browsers;
using LtiMentoring.Journeys.Walks;
using Microsoft.Playwright;

namespace LtiMentoring.Journeys.Pages;

/// <summary>Every page of the tool in every state worth a look. A page that is not named here fails a test.</summary>
static class Views
{
    const string Module = $"/modules/{ModuleWalk.Module}";
    const string Reflection = $"{Module}/when-help-made-you-smaller";

    public static readonly IReadOnlyList<View> All =
    [
        new("/Learn/Home", "home-new", cast => OpenAsync(cast.NewcomerAsync(), "/")),
        new("/Learn/Home", "home-halfway", cast => OpenAsync(cast.HalfwayAsync(), "/")),
        new("/Learn/Home", "home-complete", cast => OpenAsync(cast.FinishedAsync(), "/")),
        new("/Learn/Home", "home-preview", cast => OpenAsync(cast.TrainerAsync(), "/")),
        new("/Learn/Home", "home-spanish", cast => OpenAsync(cast.NewcomerInSpanishAsync(), "/")),
        new("/Learn/Lesson", "lesson-page", cast => OpenAsync(cast.HalfwayAsync(), $"{Module}/what-it-is-for")),
        new("/Learn/Lesson", "lesson-acknowledge", cast => OpenAsync(cast.HalfwayAsync(), $"{Module}/your-role")),
        new("/Learn/Lesson", "lesson-acknowledge-missing", cast => SendAsync(cast.NewcomerAsync(), $"{Module}/your-role")),
        new("/Learn/Lesson", "lesson-comparator", cast => OpenAsync(cast.HalfwayAsync(), $"{Module}/ways-to-help")),
        new("/Learn/Lesson", "lesson-worked-example", cast => OpenAsync(cast.NewcomerAsync(), $"{Module}/the-phone-call")),
        new("/Learn/Lesson", "lesson-table", cast => OpenAsync(cast.NewcomerAsync(), $"{Module}/what-my-district-sees")),
        new("/Learn/Lesson", "lesson-reflection", cast => OpenAsync(cast.FinishedAsync(), Reflection)),
        new("/Learn/Lesson", "lesson-reflection-missing", cast => SendAsync(cast.NewcomerAsync(), Reflection)),
        new("/Learn/Lesson", "lesson-preview", cast => OpenAsync(cast.TrainerAsync(), $"{Module}/ways-to-help")),
        new("/Practice/Start", "start", cast => OpenAsync(cast.NewcomerAsync(), Cast.Start)),
        new("/Practice/Start", "start-halfway", cast => OpenAsync(cast.HalfwayAsync(), Cast.Start)),
        new("/Practice/Start", "start-again", cast => OpenAsync(cast.FinishedAsync(), Cast.Start)),
        new("/Practice/Start", "start-spanish", cast => OpenAsync(cast.NewcomerInSpanishAsync(), Cast.Start)),
        new("/Practice/Scene", "scene-first", cast => BeginAsync(cast.BeginnerAsync())),
        new("/Practice/Scene", "scene-later", cast => GoOnAsync(cast.HalfwayAsync())),
        new("/Practice/Scene", "scene-opened", cast => UnfoldAsync(GoOnAsync(cast.HalfwayAsync()))),
        new("/Practice/Scene", "scene-spanish", cast => BeginAsync(cast.BeginnerAsync("es"))),
        new("/Practice/Scene", "scene-preview", cast => BeginAsync(cast.TrainerAsync())),
        new("/Practice/Reflect", "reflect", cast => EndAsync(cast.AtTheEndAsync(), "reflect")),
        new("/Practice/Reflect", "reflect-missing", cast => SendAsync(EndAsync(cast.AtTheEndAsync(), "reflect"))),
        new("/Practice/Debrief", "debrief", cast => EndAsync(cast.FinishedAsync(), "debrief")),
        new("/Practice/Debrief", "debrief-opened", cast => UnfoldAsync(EndAsync(cast.FinishedAsync(), "debrief"))),
        new("/Practice/Debrief", "debrief-preview", cast => cast.TrainerAtTheDebriefAsync()),
        new("/Complete/Completed", "complete-course", cast => OpenAsync(cast.FinishedAsync(), "/complete")),
        new("/Complete/Completed", "complete-module", cast => OpenAsync(cast.FinishedAsync(), $"/complete/{ModuleWalk.Module}")),
        new("/Complete/Completed", "complete-not-yet", cast => OpenAsync(cast.HalfwayAsync(), "/complete")),
        new("/Complete/Sees", "sees", cast => OpenAsync(cast.FinishedAsync(), "/what-my-district-sees")),
        new("/Complete/Sees", "sees-new", cast => OpenAsync(cast.NewcomerAsync(), "/what-my-district-sees")),
        new("/Complete/Sees", "sees-preview", cast => OpenAsync(cast.TrainerAsync(), "/what-my-district-sees")),
        new("/Launch/AlreadyOpen", "already-open", cast => OpenAsync(cast.NewcomerAsync(), "/already-open")),
        new("/Launch/Login", "refused-login", cast => VisitAsync(cast, "/lti/login?iss=https://unknown.example.org&login_hint=1&target_link_uri=x")),
        new("/Launch/Check", "new-window", OfferWindowAsync),
        new("/Launch/Browser", "browser-in-frame", cast => VisitAsync(cast, "/lti/browser")),
        new("/Launch/Browser", "browser-alone", async cast =>
        {
            var seat = await cast.StrangerAsync();
            await seat.Tool.GotoAsync($"{seat.Sites.Tool.Address}/lti/browser");
            return seat;
        }),
        new("/Launch/Check", "refused-check", cast => VisitAsync(cast, "/lti/check?login=made-up")),
        new("/Launch/Launch", "refused-launch", cast => VisitAsync(cast, "/lti/launch")),
        new("/Hosting/Problem", "not-found", cast => OpenAsync(cast.NewcomerAsync(), "/nothing/here")),
        new("/Hosting/Problem", "ended", async cast => await OpenAsync(cast.LateAsync("/"), "/")),
        new("/Hosting/Problem", "ended-words-kept", PostLateAsync),
        new("/Hosting/Problem", "broken", cast => VisitAsync(cast, "/problem/500")),
        new("/Hosting/Problem", "form-of-another-page", SpoilFormAsync),
        new("/Practice/Past", "past-none", cast => OpenAsync(cast.NewcomerAsync(), "/conversations")),
        new("/Practice/Past", "past", cast => OpenAsync(cast.FinishedAsync(), "/conversations")),
        new("/Learn/Library", "library", cast => OpenAsync(cast.NewcomerAsync(), "/library")),
        .. KindViews.All,
        .. OperatorViews.All,
        .. PurposeViews.All,
    ];

    static async Task<Seat> OpenAsync(Task<Seat> who, string path)
    {
        var seat = await who;
        await seat.OpenAsync(path);
        return seat;
    }

    static async Task<Seat> VisitAsync(Cast cast, string address)
    {
        var seat = await cast.NewcomerAsync();
        await seat.Tool.GotoAsync(seat.Sites.Tool.Address + address);
        return seat;
    }

    static Task<Seat> SendAsync(Task<Seat> who, string path) => SendAsync(OpenAsync(who, path));

    /// <summary>Sends the page's form as it stands: with nothing written.</summary>
    static async Task<Seat> SendAsync(Task<Seat> who)
    {
        var seat = await who;
        await new Mouse().PressAsync(seat.Tool.Locator("main form .btn"));
        await seat.Tool.Locator(".errors").WaitForAsync();
        return seat;
    }

    static async Task<Seat> BeginAsync(Task<Seat> who)
    {
        var seat = await OpenAsync(who, Cast.Start);
        await new Mouse().PressAsync(seat.Tool.Locator("main form .btn"));
        await seat.Tool.Locator("#now").WaitForAsync();
        return seat;
    }

    /// <summary>Back into the conversation that was left.</summary>
    static async Task<Seat> GoOnAsync(Task<Seat> who)
    {
        var seat = await OpenAsync(who, Cast.Start);
        await new Mouse().PressAsync(seat.Tool.Locator(".resume .btn"));
        await seat.Tool.Locator("#now").WaitForAsync();
        return seat;
    }

    /// <summary>To a page after the conversation's end.</summary>
    static async Task<Seat> EndAsync(Task<Seat> who, string page)
    {
        var seat = await OpenAsync(who, Cast.Start);
        var run = await seat.Tool.Locator(".resume .btn").GetAttributeAsync("href");
        await seat.Tool.GotoAsync($"{seat.Sites.Tool.Address}{run!.Replace("/debrief", "", StringComparison.Ordinal)}/{page}");
        return seat;
    }

    static async Task<Seat> UnfoldAsync(Task<Seat> who)
    {
        var seat = await who;
        foreach (var details in await seat.Tool.Locator("details > summary").AllAsync())
            await new Mouse().PressAsync(details);
        return seat;
    }

    /// <summary>The second step of a login that began in another browser: its cookie is not here.</summary>
    static async Task<Seat> OfferWindowAsync(Cast cast)
    {
        var seat = await cast.NewcomerAsync();
        var (tool, lms) = (seat.Sites.Tool.Address, seat.Sites.Lms);
        using var elsewhere = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        using var answer = await elsewhere.GetAsync(new Uri(
            $"{tool}/lti/login?iss={lms.Address}&client_id={lms.Registration.ClientId}&login_hint=1&target_link_uri={tool}/lti/launch"));
        await seat.Tool.GotoAsync($"{tool}{answer.Headers.Location}");
        return seat;
    }

    static async Task<Seat> PostLateAsync(Cast cast)
    {
        var seat = await cast.LateAsync(Reflection);
        await seat.Tool.Locator("#made-smaller").FillAsync("Somebody wrote my plans for me.");
        await new Mouse().PressAsync(seat.Tool.Locator("main form .btn"));
        await seat.Tool.Locator("main .steps").WaitForAsync();
        return seat;
    }

    static async Task<Seat> SpoilFormAsync(Cast cast)
    {
        var seat = await OpenAsync(cast.NewcomerAsync(), Cast.Start);
        await seat.Tool.Locator("input[name=form-token]").TellAsync("token => token.value = 'made-up'");
        await new Mouse().PressAsync(seat.Tool.Locator("main form .btn"));
        await seat.Tool.Locator(".steps").WaitForAsync();
        return seat;
    }
}
