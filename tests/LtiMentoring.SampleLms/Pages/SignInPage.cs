using System.Globalization;

using LtiMentoring.SampleLms.District;

namespace LtiMentoring.SampleLms.Pages;

/// <summary>The front page. This LMS has no passwords: one says who one is.</summary>
static class SignInPage
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/", Show);
        app.MapGet("/as/{person}", SignIn);
    }

    static IResult Show(HttpContext http, Lms lms)
    {
        var staff = lms.People.Where(person => !IsLearnerOnly(lms, person));
        var mentors = lms.People.Where(person => IsLearnerOnly(lms, person));
        return Page.Show("Who are you?", lms.Sessions.Person(http), Markup.Of($"""
            <h1>Who are you?</h1>
            <p>This is a sample LMS for trying out a tool. Choose a person to go to their course.</p>
            <h2>Teachers and administrators</h2>
            <ul class="staff">{Markup.Join(staff.Select(person => Entry(lms, person)))}</ul>
            <h2>New mentors</h2>
            <ul class="people">{Markup.Join(mentors.Select(person => Entry(lms, person)))}</ul>
            """));
    }

    static IResult SignIn(HttpContext http, Lms lms, string person)
    {
        if (lms.People.Find(person) is not { } found)
            return RefusedPage.Show(StatusCodes.Status404NotFound, "There is no such person here", "Go back and choose one of the list.");
        lms.Sessions.Begin(http, found);
        return Results.LocalRedirect(CoursesOf(lms, found).FirstOrDefault() is { } course ? $"/courses/{course.Id}" : "/");
    }

    static Markup Entry(Lms lms, LmsPerson person) =>
        Markup.Of($"""<li><a href="/as/{person.Sub}">{person.Name}</a> <span class="quiet">{What(lms, person)}</span></li>""");

    /// <summary>What sets a person apart: a learner of English needs no words.</summary>
    static string What(Lms lms, LmsPerson person)
    {
        var words = person.Roles.Select(Word).ToList();
        if (!IsLearnerOnly(lms, person))
            words.AddRange(CoursesOf(lms, person).Select(course => $"{string.Join(" and ", course.Members[person.Sub].Select(Word))} in {course.Title}"));
        if (person.Locale != "en")
            words.Add($"reads {CultureInfo.GetCultureInfo(person.Locale).EnglishName}");
        return string.Join(", ", words);
    }

    static string Word(string role) => role[(role.IndexOf('#', StringComparison.Ordinal) + 1)..].ToLowerInvariant();

    static bool IsLearnerOnly(Lms lms, LmsPerson person) =>
        person.Roles.Count == 0 && CoursesOf(lms, person).All(course => course.Members[person.Sub].All(role => role == Roles.Learner));

    static IEnumerable<LmsCourse> CoursesOf(Lms lms, LmsPerson person) => lms.Courses.Where(course => course.Has(person.Sub));
}
