using System.Globalization;

using LtiMentoring.SampleLms.District;

namespace LtiMentoring.SampleLms.Pages;

/// <summary>Every page of a course asks the same first: is somebody signed in, is there such a course, and are they in it?</summary>
static class CoursePages
{
    public static IResult In(HttpContext http, Lms lms, string courseId, Func<LmsPerson, LmsCourse, IResult> show)
    {
        if (lms.Sessions.Person(http) is not { } person)
            return Results.LocalRedirect("/");
        if (lms.Courses.Find(courseId) is not { } course)
            return RefusedPage.Show(StatusCodes.Status404NotFound, "There is no such course", "Go back and choose one of your courses.");
        return course.Has(person.Sub)
            ? show(person, course)
            : RefusedPage.Show(StatusCodes.Status403Forbidden, "You are not enrolled here", "Ask the teacher of this course to enroll you.");
    }

    /// <summary>What only those may do who teach the course.</summary>
    public static IResult Staffed(HttpContext http, Lms lms, string courseId, Func<LmsPerson, LmsCourse, IResult> show) =>
        In(http, lms, courseId, (person, course) => course.HasStaff(person.Sub)
            ? show(person, course)
            : RefusedPage.Show(StatusCodes.Status403Forbidden, "This is for teachers", "Ask the teacher of this course."));

    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/courses/{course}", (HttpContext http, Lms lms, string course) =>
        In(http, lms, course, (person, found) => Page.Show(found.Title, person, Contents(lms, person, found))));

    static Markup Contents(Lms lms, LmsPerson person, LmsCourse course)
    {
        var links = lms.Links.Where(link => link.CourseId == course.Id).Select(link => Markup.Of($"""
            <li><a href="/courses/{course.Id}/links/{link.Id}">{link.Title}</a> <span class="quiet">{link.Description}{Until(link)}</span></li>
            """));
        var others = lms.Courses.Where(other => other.Id != course.Id && other.Has(person.Sub)).Select(other => Markup.Of($"""
            <li><a href="/courses/{other.Id}">{other.Title}</a></li>
            """)).ToList();
        return Markup.Of($"""
            <h1>{course.Title}</h1>
            <h2>Activities</h2>
            <ul class="activities">{Markup.Join(links)}</ul>
            {(course.HasStaff(person.Sub) ? AddActivityPage.Buttons(lms, course) : Markup.Nothing)}
            <p><a href="/courses/{course.Id}/gradebook">Gradebook</a></p>
            {(others.Count == 0 ? Markup.Nothing : Markup.Of($"<h2>Your other courses</h2><ul>{Markup.Join(others)}</ul>"))}
            """);
    }

    static Markup Until(LmsLink link) =>
        DateTimeOffset.TryParse(link.Ends, CultureInfo.InvariantCulture, out var end)
            ? Markup.Of($"""{(link.Description is null ? "" : " ")}Due by <time datetime="{link.Ends}">{end.ToLocalTime():d MMM yyyy, HH:mm}</time>.""")
            : Markup.Nothing;
}
