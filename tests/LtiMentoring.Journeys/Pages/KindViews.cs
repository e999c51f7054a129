using LtiMentoring.Journeys.Browsers;
using LtiMentoring.Journeys.Walks;

namespace LtiMentoring.Journeys.Pages;

/// <summary>The pages of each kind of lesson, and of what a mentor keeps, in the small course that has all of them.</summary>
static class KindViews
{
    const string Lesson = "/Learn/Lesson";

    public static IEnumerable<View> All =>
    [
        Of(Lesson, "kind-page", "/modules/first/card"),
        Of(Lesson, "kind-document", "/modules/first/form"),
        Of(Lesson, "kind-video", "/modules/first/film"),
        Of(Lesson, "kind-self-check", "/modules/first/before"),
        Of(Lesson, "kind-agreement", "/modules/first/promises"),
        Of(Lesson, "kind-goal", "/modules/first/goal"),
        Of(Lesson, "kind-check-ins", "/modules/first/meetings"),
        Of(Lesson, "kind-survey", "/modules/first/about-the-course"),
        Of(Lesson, "kind-live-session", "/modules/first/together"),
        Of(Lesson, "not-open-yet", "/modules/second/after"),
        Of("/Learn/Library", "library-empty", "/library"),
        Of("/Learn/Notes", "notes-empty", "/notes"),
        Of("/Learn/Mine", "mine-empty", "/mine"),
        Kept(Lesson, "kind-agreement-kept", "/modules/first/promises"),
        Kept(Lesson, "kind-check-ins-kept", "/modules/first/meetings"),
        Kept(Lesson, "kind-survey-sent", "/modules/first/about-the-course"),
        Kept(Lesson, "kind-self-check-again", "/modules/second/after"),
        Kept("/Learn/Copy", "copy-agreement", "/modules/first/promises/copy/1"),
        Kept("/Learn/Copy", "copy-goal", "/modules/first/goal/copy/1"),
        Kept("/Learn/Notes", "notes", "/notes"),
        Kept("/Learn/Mine", "mine", "/mine"),
        Kept("/Complete/Certificate", "certificate-not-yet", "/certificate"),
        Kept("/Complete/Certificate", "certificate-asks", "/certificate/first"),
        new("/Complete/Certificate", "certificate", CertifiedAsync, OfKinds: true),
        new("/Complete/Verify", "verify", cast => VerifyAsync(cast, ""), OfKinds: true),
        new("/Complete/Verify", "verify-none", cast => VerifyAsync(cast, "/AAAA-BBBB-CCCC-DDDD"), OfKinds: true),
        new("/Complete/Verify", "verify-genuine", GenuineAsync, OfKinds: true),
    ];

    static View Of(string page, string name, string path) => new(page, name, cast => OpenAsync(cast.NewcomerAsync(), path), OfKinds: true);

    static View Kept(string page, string name, string path) => new(page, name, cast => OpenAsync(cast.KeeperAsync(), path), OfKinds: true);

    static async Task<Seat> OpenAsync(Task<Seat> who, string path)
    {
        var seat = await who;
        await seat.OpenAsync(path);
        return seat;
    }

    static async Task<Seat> CertifiedAsync(Cast cast)
    {
        var seat = await OpenAsync(cast.KeeperAsync(), "/certificate/first");
        if (await seat.Tool.Locator("main form .btn").CountAsync() > 0)
            await new Mouse().PressAsync(seat.Tool.Locator("main form .btn"));
        await seat.Tool.Locator(".certificate").WaitForAsync();
        return seat;
    }

    // Nobody may frame it, so it stands in a window of its own.
    static async Task<Seat> VerifyAsync(Cast cast, string code)
    {
        var seat = await cast.StrangerAsync();
        await seat.Tool.GotoAsync($"{seat.Sites.Tool.Address}/certificates{code}");
        return seat;
    }

    static async Task<Seat> GenuineAsync(Cast cast) =>
        await VerifyAsync(cast, $"/{(await (await CertifiedAsync(cast)).Tool.Locator(".certificate .num").TextContentAsync())!.Trim()}");
}
