using LtiMentoring.Training.Learn;
using LtiMentoring.Training.Practice;

namespace LtiMentoring.Training.Author;

/// <summary>What is broken in a course, and what its authors may want to look at again. It works on a draft as on a folder.</summary>
public static class CourseCheck
{
    /// <summary>What stops a publication.</summary>
    public static IReadOnlyList<Finding> Errors(Course course) =>
    [
        .. Ids.Of(course),
        .. CourseReferences.Of(course),
        .. LessonContents.Of(course),
        .. MissingWords.Of(course),
        .. MissingMedia.Of(course),
        .. GuardedWords.Of(course),
        .. FillWords.Unknown(course),
        .. course.Scenarios.SelectMany(scenario => Conversation(course, scenario)),
    ];

    /// <summary>What an author may want to look at again. Each piece of it is acceptable with a reason.</summary>
    public static IReadOnlyList<Finding> Advice(Course course) =>
    [
        .. Lengths.Of(course),
        .. Tone.Of(course),
        .. Readability.Of(course),
        .. MinuteAdvice.Of(course),
        .. FillWords.First(course),
        .. Untranslated.Of(course),
        .. course.Scenarios.SelectMany(scenario => Craft(course, scenario)),
    ];

    static IReadOnlyList<Finding> Craft(Course course, Scenario scenario)
    {
        if (ScenarioReferences.Roads(course, scenario).Any()) return [];
        var walk = ScenarioWalk.Of(scenario);
        if (!walk.IsWhole) return [];
        return
        [
            .. Balance.Of(course, scenario, walk),
            .. Repair.Of(course, scenario, walk),
            .. Variety.Of(course, scenario, walk),
            .. PathAdvice.Of(course, scenario, walk),
        ];
    }

    // A conversation whose roads lead nowhere cannot be walked: first they must be mended.
    static IEnumerable<Finding> Conversation(Course course, Scenario scenario)
    {
        Finding[] roads = [.. ScenarioReferences.Roads(course, scenario)];
        return [.. ScenarioReferences.Names(course, scenario), .. roads.Length > 0 ? roads : Reach.Of(course, scenario, ScenarioWalk.Of(scenario))];
    }
}
