using LtiMentoring.Training.Learn;

namespace LtiMentoring.Training.Author;

static class MissingWords
{
    public static IEnumerable<Finding> Of(Course course) =>
        from passage in Passages.Of(course)
        where passage.IsNeeded && passage.Text.IsBlank
        select Finding.Error("missing-words", passage.Path, course.Language, $"\"{passage.Path[(passage.Path.LastIndexOf('.') + 1)..]}\" is missing here.");
}
