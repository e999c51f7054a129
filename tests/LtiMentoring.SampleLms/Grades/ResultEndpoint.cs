using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

using LtiMentoring.SampleLms.Gradebook;
using LtiMentoring.SampleLms.Tokens;

namespace LtiMentoring.SampleLms.Grades;

/// <summary>Where the tool reads what the gradebook holds (AGS 2.0, result service).</summary>
static class ResultEndpoint
{
    public static void Map(RouteGroupBuilder course) =>
        course.MapGet("/lineitems/{item}/results", List).NeedsScope(Scopes.ResultReadOnly).Gives(MediaTypes.ResultContainer);

    static IResult List(HttpContext http, Lms lms, string course, string item, string? user_id)
    {
        if (LineItemEndpoints.Find(lms, course, item) is not { } column)
            return LineItemEndpoints.NotFound($"Grade item {item} does not exist.");

        // A result without a score is allowed, so everyone who could have one is listed. Moodle lists only grades.
        var held = lms.Results.Where(grade => grade.ColumnId == item).ToDictionary(grade => grade.Sub);
        var people = lms.Quirks.Moodle
            ? held.Values.Where(grade => grade.Score is not null).Select(grade => grade.Sub)
            : lms.Courses[course].Members.Keys.Where(lms.Courses[course].HasLearner).Union(held.Keys);
        var asked = people.Where(sub => user_id is null || sub == user_id).Order(StringComparer.Ordinal).ToList();
        var results = Paging.Page(http, lms, asked).Select(sub => Result(lms, column, sub, held.GetValueOrDefault(sub)));
        return Results.Text(new JsonArray([.. results]).ToJsonString(), MediaTypes.ResultContainer, Encoding.UTF8);
    }

    static JsonObject Result(Lms lms, GradeColumn column, string sub, Grade? grade)
    {
        var result = new JsonObject
        {
            ["id"] = GradeAddresses.ResultOf(lms, column, sub),
            ["userId"] = sub,
            ["scoreOf"] = GradeAddresses.Of(lms, column),
            ["resultMaximum"] = column.Maximum,
        };
        if (ScoreRules.OnScale(grade, column.Maximum) is { } score)
            result["resultScore"] = score;
        if (grade?.Comment is { } comment)
            result["comment"] = comment;
        if (grade is not null && lms.Quirks.Moodle) // Moodle's own addition.
            result["timestamp"] = grade.Timestamp.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture);
        return result;
    }
}
