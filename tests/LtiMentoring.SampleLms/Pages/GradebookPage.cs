using LtiMentoring.SampleLms.District;
using LtiMentoring.SampleLms.Gradebook;
using LtiMentoring.SampleLms.Grades;
using LtiMentoring.SampleLms.Launch;

namespace LtiMentoring.SampleLms.Pages;

/// <summary>The gradebook: all learners for those who teach, one's own row for a learner.</summary>
static class GradebookPage
{
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/courses/{course}/gradebook",
        (HttpContext http, Lms lms, string course, string? refresh) => CoursePages.In(http, lms, course, (person, found) =>
            Page.Show($"Gradebook of {found.Title}", person, Contents(lms, person, found, refresh != "off"), refresh == "off" ? null : Refresh)));

    /// <summary>The script renews the table in place; without it the whole page comes again.</summary>
    static Markup Refresh { get; } = Markup.Of($"""
        <noscript><meta http-equiv="refresh" content="3"></noscript>
        <script src="/gradebook.js" defer></script>
        """);

    static Markup Contents(Lms lms, LmsPerson reader, LmsCourse course, bool refreshes)
    {
        var columns = lms.LineItems.Where(column => column.CourseId == course.Id).ToList();
        var rows = lms.People
            .Where(person => course.HasLearner(person.Sub) && (person == reader || !course.HasLearner(reader.Sub)))
            .OrderBy(person => person.FamilyName, StringComparer.InvariantCulture);
        return Markup.Of($"""
            <p class="way"><a href="/courses/{course.Id}">{course.Title}</a></p>
            <h1>Gradebook</h1>
            <p class="quiet">{(refreshes
                ? Markup.Of($"""Refreshes every 3 seconds. <a href="?refresh=off">Stop refreshing</a>""")
                : Markup.Of($"""Does not refresh. <a href="?">Refresh every 3 seconds</a>"""))}</p>
            <div class="wide" id="gradebook" role="region" aria-label="Grades" tabindex="0">
            <table>
              <thead><tr><th scope="col">Name</th>{Markup.Join(columns.Select(Heading))}</tr></thead>
              <tbody>{Markup.Join(rows.Select(person => Row(lms, columns, person, course.HasStaff(reader.Sub))))}</tbody>
            </table>
            {(columns.Count == 0 ? Markup.Of($"<p>No grade columns yet. A tool may create one.</p>") : Markup.Nothing)}
            </div>
            """);
    }

    static Markup Heading(GradeColumn column) =>
        Markup.Of($"""<th scope="col">{column.Label} <span class="quiet">out of {column.Maximum:0.##}</span></th>""");

    static Markup Row(Lms lms, List<GradeColumn> columns, LmsPerson person, bool reviews)
    {
        var cells = columns.Select(column => Markup.Of($"<td>{Cell(lms.Result(column.Id, person.Sub), column)}{(reviews ? Review(lms, column, person) : Markup.Nothing)}</td>"));
        return Markup.Of($"""<tr data-person="{person.Sub}"><th scope="row">{person.Name}</th>{Markup.Join(cells)}</tr>""");
    }

    /// <summary>Where the tool shows what stands behind a grade, if it does.</summary>
    static Markup Review(Lms lms, GradeColumn column, LmsPerson person) =>
        lms.Result(column.Id, person.Sub) is not null && SubmissionReviewMessage.LinkOf(lms, column.Id) is { } link
        && lms.ToolOf(link) is { IsActive: true } tool && tool.Takes("LtiSubmissionReviewRequest")
            ? Markup.Of($"""<a href="/courses/{column.CourseId}/review/{column.Id}/{person.Sub}" aria-label="Review {column.Label} of {person.Name}">Review</a>""")
            : Markup.Nothing;

    static Markup Cell(Grade? grade, GradeColumn column)
    {
        if (grade is null)
            return Markup.Of($"""<span class="quiet">–</span>""");
        var score = ScoreRules.OnScale(grade, column.Maximum);
        var words = grade.IsComplete ? "Complete" : grade.ActivityProgress == "Completed" ? "Handed in" : "In progress";
        var points = score is { } given ? Markup.Of($"({given:0.##}/{column.Maximum:0.##})") : Markup.Nothing;
        return Markup.Of($"""
            {words} {points} <time class="quiet" datetime="{grade.Timestamp:O}">{grade.Timestamp.ToLocalTime():d MMM yyyy, HH:mm:ss}</time>
            """);
    }
}
