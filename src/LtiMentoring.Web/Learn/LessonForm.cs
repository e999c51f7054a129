using System.Globalization;
using LtiMentoring.Training.Complete;
using LtiMentoring.Training.Learn;

namespace LtiMentoring.Web.Learn;

/// <summary>What the form of each kind of lesson asks for.</summary>
static class LessonForm
{
    /// <summary>The note below a comparator.</summary>
    public const string Note = "note";

    /// <summary>The day on which a sheet is read again. With a dot, since no id of a course has one.</summary>
    public const string ReviewOn = "review.on";

    /// <summary>The fields that hold words or picked answers.</summary>
    public static IEnumerable<string> Fields(Lesson lesson) => lesson switch
    {
        Comparator { Ask: not null } => [Note],
        Reflection reflection => Ids(reflection.Prompts),
        SelfCheck check => Ids(check.Statements),
        Survey survey => [.. Ids(survey.Scales), .. Ids(survey.Open)],
        Agreement agreement => [.. Ids(agreement.Clauses.Where(clause => !clause.Fixed)), ReviewOn],
        CheckIns => CheckInForm.Fields,
        GoalSheet goal => [.. Ids(goal.Fields), ReviewOn],
        _ => [],
    };

    /// <summary>What was posted, without answers that were never offered.</summary>
    public static Dictionary<string, string> Offered(Lesson lesson, Dictionary<string, string> words)
    {
        var (asked, answers) = lesson switch
        {
            SelfCheck check => (check.Statements, check.Answers),
            Survey survey => (survey.Scales, survey.Answers),
            _ => ([], []),
        };
        foreach (var line in asked.Where(line => answers.All(answer => answer.Id != words[line.Id])))
            words[line.Id] = "";
        return words;
    }

    /// <summary>What sending the form proves. The page itself stands between the launch and the form: it was read, or opened.</summary>
    public static IEnumerable<Deed> Deeds(Lesson lesson, bool acknowledged) => lesson switch
    {
        LiveSession => [],
        Survey => [Deed.SentOrDeclined],
        _ => [Deed.ReadOn, Deed.Opened, Deed.Seen, Deed.Saved, .. acknowledged ? [Deed.Acknowledged] : Array.Empty<Deed>()],
    };

    /// <summary>The day, if the field holds one.</summary>
    public static DateOnly? Day(IReadOnlyDictionary<string, string> words) =>
        DateOnly.TryParseExact(words.GetValueOrDefault(ReviewOn), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>Whether there is something in the field for the day that is no day.</summary>
    public static bool IsDayUnreadable(IReadOnlyDictionary<string, string> words) =>
        words.GetValueOrDefault(ReviewOn) is { Length: > 0 } && Day(words) is null;

    static IEnumerable<string> Ids(IEnumerable<Entry> entries) => entries.Select(entry => entry.Id);
}
