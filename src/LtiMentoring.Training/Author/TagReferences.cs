using LtiMentoring.Training.Learn;
using LtiMentoring.Training.Practice;

namespace LtiMentoring.Training.Author;

// What a line does is said in the words of the course.
static class TagReferences
{
    public static IEnumerable<Wrong> Of(Course course, Scenario scenario) =>
        from scene in scenario.Scenes
        from choice in scene.Choices
        from wrong in Of(course, $"/{scene.Id}/{choice.Id}.does", choice)
        select wrong;

    static IEnumerable<Wrong> Of(Course course, string place, Choice choice)
    {
        if (choice.Does.Count == 0) yield return new("no-tag", place, "Say with \"does\" what this line does: a competency or a move of the course.");
        foreach (var tag in choice.Does.Where(tag => course.FindTag(tag) is null))
            yield return new("unknown-tag", $"{place}/{tag}", $"The course has no competency or move called \"{tag}\".");
    }
}
