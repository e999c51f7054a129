using LtiMentoring.Training.Learn;

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

    // A conversation whose roads lead nowhere cannot be walked: first they must be mended.
    static IReadOnlyList<Finding> Conversation(Course course, Practice.Scenario scenario)
    {
        Finding[] references = [.. ScenarioReferences.Of(course, scenario)];
        return references.Length > 0 ? references : Reach.Of(course, scenario, ScenarioWalk.Of(scenario));
    }
}
