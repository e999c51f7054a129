using LtiMentoring.Journeys.Browsers;
using LtiMentoring.Journeys.Hosts;
using LtiMentoring.Journeys.Walks;
using LtiMentoring.Training.Learn;
using LtiMentoring.Web.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LtiMentoring.Journeys;

/// <summary>A course in one sitting, in the LMS's frame, by somebody who never touches a mouse and whom the focus never leaves.</summary>
public sealed class MentorSitsThroughByKeyboard(Stage stage)
{
    static readonly string Shipped = Path.Combine(AppContext.BaseDirectory, "Curriculum");
    static readonly LocatorAssertionsToContainTextOptions WithinSeconds = new() { Timeout = 10_000 };

    [Fact]
    public async Task A_course_with_every_kind_of_lesson_is_complete_in_the_gradebook()
    {
        await using var sites = await TwoSites.StartAsync(course: TwoSites.EveryKind);
        await using var seat = await SeatAsync(sites, "Kirsi");
        var walk = await OpenAsync(seat, TwoSites.LinkTitle);
        await walk.UntilAsync("/complete");

        Assert.Equal(OnTheWay(sites, module => module.Edition is null), walk.Lessons);
        Assert.Equal(["checkbox", "date", "file", "film", "number", "onward", "passing", "radio", "select-one", "summary", "time", "words"], walk.Met);
        await ExpectCompleteAsync(seat);
    }

    [Fact]
    public async Task The_first_three_modules_lead_to_the_fourth()
    {
        await using var sites = await TwoSites.StartAsync(course: Shipped);
        await using var seat = await SeatAsync(sites, "Kofi");
        var walk = await OpenAsync(seat, TwoSites.LinkTitle);
        await walk.UntilAsync("/modules/03-listening/the-cough-drop");

        Assert.Equal(OnTheWay(sites, module => string.CompareOrdinal(module.Id, "03") < 0), walk.Lessons);
        Assert.Empty(seat.Complaints.Take());
    }

    /// <summary>A minute and a half, so this runs only when it is asked for.</summary>
    [Fact(Explicit = true)]
    public async Task The_whole_course_is_complete_in_the_gradebook_and_the_refresher_comes_after_it()
    {
        await using var sites = await TwoSites.StartAsync(course: Shipped);
        await using var seat = await SeatAsync(sites, "Kwame");
        var walk = await OpenAsync(seat, TwoSites.LinkTitle);
        await walk.UntilAsync("/complete");
        Assert.Equal(OnTheWay(sites, module => module.Edition is null), walk.Lessons);
        await ExpectCompleteAsync(seat);

        await walk.FollowAsync("Back to the course");
        await walk.FollowAsync("Six months in");
        await walk.UntilAsync("/complete/10-refresher");

        Assert.Equal(OnTheWay(sites, module => module.Edition is null or Edition.Refresher), walk.Lessons);
        Assert.Equal(["checkbox", "date", "file", "jump", "line", "number", "onward", "passing", "radio", "select-one", "summary", "taking back", "time", "words"], walk.Met);
        Assert.Empty(seat.Complaints.Take());
    }

    [Fact]
    public async Task The_edition_for_mentees_is_complete_in_the_gradebook()
    {
        await using var sites = await TwoSites.StartAsync(course: Shipped);
        await using var seat = await SeatAsync(sites, "Kaya");
        var walk = await OpenAsync(seat, "For mentees: what a mentor is");
        await walk.UntilAsync("/complete/m2-for-mentees-first-meeting");

        Assert.Equal(OnTheWay(sites, module => module.Edition == Edition.Mentee), walk.Lessons);
        await ExpectCompleteAsync(seat);
    }

    /// <summary>From the course's page in the LMS to the first page of the tool.</summary>
    static async Task<CourseWalk> OpenAsync(Seat seat, string link)
    {
        await new Keys(seat.Page).PressAsync(seat.Page.GetByRole(AriaRole.Link, new() { Name = link }));
        var frame = new FrameByKeys(await seat.ArriveAsync(), seat.Page);
        await frame.EnterAsync();
        return new CourseWalk(frame);
    }

    static async Task ExpectCompleteAsync(Seat seat)
    {
        var gradebook = await seat.OpenGradebookAsync();
        await Expect(gradebook.Locator($"tr[data-person={seat.Person.Sub}]")).ToContainTextAsync("Complete (100/100)", WithinSeconds);
        await gradebook.CloseAsync();
        Assert.Empty(seat.Complaints.Take());
    }

    /// <summary>The lessons to which one filled button after the other leads: all but what is optional at a module's end.</summary>
    static IEnumerable<string> OnTheWay(TwoSites sites, Func<Module, bool> isOnIt) =>
        CourseDocument.Read(sites.Tool.Services.GetRequiredService<ShippedCourse>().Document).Modules.Where(isOnIt).SelectMany(module =>
            module.Lessons.TakeWhile((_, place) => place == 0 || module.After(module.Lessons[place - 1]) is not null).Select(lesson => $"{module.Id}/{lesson.Id}"));

    Task<Seat> SeatAsync(TwoSites sites, string name) => Seat.TakeAsync(stage.Chromium, sites, sites.NewPerson(name));
}
