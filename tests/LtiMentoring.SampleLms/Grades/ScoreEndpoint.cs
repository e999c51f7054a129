using System.Text;
using System.Text.Json.Nodes;

using LtiMentoring.SampleLms.Gradebook;
using LtiMentoring.SampleLms.Tokens;

namespace LtiMentoring.SampleLms.Grades;

/// <summary>Where the tool posts scores (AGS 2.0, score publish service).</summary>
static class ScoreEndpoint
{
    public static void Map(RouteGroupBuilder course) =>
        course.MapPost("/lineitems/{item}/scores", Take).NeedsScope(Scopes.Score).Takes(MediaTypes.Score);

    static async Task<IResult> Take(HttpContext http, Lms lms, string course, string item)
    {
        var body = await JsonBody.Read(http.Request);
        var message = ScoreMessage.Read(body, out var wrong);
        lock (lms.Gate)
        {
            if (LineItemEndpoints.Find(lms, course, item) is not { } column)
                return LineItemEndpoints.NotFound($"Grade item {item} does not exist.");

            var (status, reason, grade) = message is null
                ? (StatusCodes.Status400BadRequest, wrong, null)
                : ScoreRules.Judge(lms, column, message);
            if (lms.Quirks.Moodle && grade is null && status != StatusCodes.Status409Conflict)
                (status, reason) = (StatusCodes.Status400BadRequest, $"Incorrect score received{body}"); // Moodle has one answer for everything else.
            if (grade is not null)
                lms.Results.Put(grade);
            lms.Scores.Add(new PostedScore(item, message, status, reason, lms.Clock.GetUtcNow()));
            return grade is null ? new ServiceError(status, reason, onlyInStatusLine: lms.Quirks.Moodle) : Taken(lms, column, grade);
        }
    }

    /// <summary>Canvas tells where the result is; Moodle says nothing at all.</summary>
    static IResult Taken(Lms lms, GradeColumn column, Grade grade) => Results.Text(
        lms.Quirks.Moodle ? "" : new JsonObject { ["resultUrl"] = GradeAddresses.ResultOf(lms, column, grade.Sub) }.ToJsonString(),
        lms.Quirks.Moodle ? MediaTypes.Score : "application/json", Encoding.UTF8);
}
