using LtiMentoring.Lti.Grades;
using LtiMentoring.Web.Storage;

namespace LtiMentoring.Web.PassBack;

/// <summary>From a completion to the one score there is: full marks. Nothing else about the mentor leaves the tool.</summary>
static class ScoreFor
{
    public static Score Completion(Person person, DateTime at, double maximum) => new()
    {
        UserId = person.Subject,
        At = new DateTimeOffset(at, TimeSpan.Zero),
        ScoreGiven = maximum,
        ScoreMaximum = maximum,
    };

    /// <summary>Under way, and nothing to grade: no score, not even a zero.</summary>
    public static Score Started(Person person, DateTime at) => new()
    {
        UserId = person.Subject, At = new DateTimeOffset(at, TimeSpan.Zero), ActivityProgress = "InProgress", GradingProgress = "NotReady",
        CanvasSubmission = new CanvasSubmission(IsNew: false),
    };

    /// <summary>
    /// When it was earned, but later than what the gradebook holds already. Whole seconds count: Moodle compares nothing
    /// finer.
    /// </summary>
    public static DateTime Later(DateTime earned, DateTime? last)
    {
        if (last is not { } sent)
            return earned;
        var next = new DateTime(sent.Ticks - sent.Ticks % TimeSpan.TicksPerSecond, DateTimeKind.Utc).AddSeconds(1);
        return earned >= next ? earned : next;
    }
}
