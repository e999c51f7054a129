using System.Globalization;
using LtiMentoring.Training.Learn;
using LtiMentoring.Web.Shared;
using LtiMentoring.Web.Storage;

namespace LtiMentoring.Web.Learn;

/// <summary>The fields of a plan of meetings: as words in a form, and as a plan.</summary>
static class CheckInForm
{
    public const string First = "first";
    public const string Time = "time";
    public const string Minutes = "minutes";
    public const string Every = "every";
    public const string Times = "times";
    public const string Where = "where";

    /// <summary>How many weeks may lie between two meetings.</summary>
    public static readonly IReadOnlyList<int> Weeks = [1, 2, 3, 4];

    /// <summary>How far away a first meeting may lie. A calendar cannot count from the end of time.</summary>
    static readonly (int First, int Last) years = (2000, 2200);

    const int LongestPlace = 200;

    public static IEnumerable<string> Fields { get; } = [First, Time, Minutes, Every, Times, Where];

    /// <summary>How often, in words.</summary>
    public static string EveryWords(int weeks) => weeks == 1 ? LearnWords.EveryWeek : LearnWords.EveryWeeks.With(weeks);

    /// <summary>Takes the fields over into the plan, or says what is missing.</summary>
    public static IEnumerable<Missing> Read(IReadOnlyDictionary<string, string> words, CheckInPlan plan)
    {
        if (!DateOnly.TryParseExact(words.GetValueOrDefault(First), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first)
            || first.Year < years.First || first.Year > years.Last
            || !TimeOnly.TryParse(words.GetValueOrDefault(Time), CultureInfo.InvariantCulture, out var time))
            return [new Missing(First, LearnWords.PlanUnreadable)];
        var (minutes, every, times) = (Number(words, Minutes), Number(words, Every), Number(words, Times));
        if (minutes is < 5 or > 240 || times is < 1 or > 60 || !Weeks.Contains(every))
            return [new Missing(Minutes, LearnWords.PlanTooOdd)];
        var place = words.GetValueOrDefault(Where) ?? "";
        (plan.FirstOn, plan.StartsAt, plan.Minutes, plan.EveryWeeks, plan.Times) = (first, time, minutes, every, times);
        plan.Where = Writings.Cut(place, LongestPlace);
        return [];
    }

    public static Dictionary<string, string> Write(CheckInPlan plan) => new()
    {
        [First] = plan.FirstOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        [Time] = plan.StartsAt.ToString("HH:mm", CultureInfo.InvariantCulture),
        [Minutes] = plan.Minutes.ToString(CultureInfo.InvariantCulture),
        [Every] = plan.EveryWeeks.ToString(CultureInfo.InvariantCulture),
        [Times] = plan.Times.ToString(CultureInfo.InvariantCulture),
        [Where] = plan.Where,
    };

    static int Number(IReadOnlyDictionary<string, string> words, string field) =>
        int.TryParse(words.GetValueOrDefault(field), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
