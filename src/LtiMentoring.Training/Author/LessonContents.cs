using LtiMentoring.Training.Learn;

namespace LtiMentoring.Training.Author;

// A lesson of each kind holds enough to be one.
static class LessonContents
{
    public static IEnumerable<Finding> Of(Course course) =>
        from module in course.Modules
        from lesson in module.Lessons
        from missing in Missing(lesson)
        select Finding.Error("empty-lesson", $"{module.Id}/{lesson.Id}{missing.Place}", course.Language, missing.Sentence);

    static IEnumerable<(string Place, string Sentence)> Missing(Lesson lesson) => lesson switch
    {
        Reflection { Prompts.Count: 0 } => [(".prompts", "A reflection needs at least one prompt.")],
        Agreement { Clauses.Count: 0 } => [(".clauses", "An agreement needs at least one clause.")],
        GoalSheet { Fields.Count: 0 } => [(".fields", "A goal sheet needs at least one field.")],
        SelfCheck { Statements.Count: 0 } => [(".statements", "A self-check needs at least one statement.")],
        SelfCheck { Answers.Count: < 2 } => [(".answers", "A self-check needs at least two answers, in words.")],
        Survey { Scales.Count: 0, Open.Count: 0 } => [(".scales", "A survey needs at least one scale or open question.")],
        Survey { Scales.Count: > 0, Answers.Count: < 2 } => [(".answers", "The scales of a survey need at least two answers, in words.")],
        Video { Media.IsPicture: true } => [(".media", "A video lesson shows a film or plays a sound, not a picture.")],
        Comparator comparator => Missing(comparator),
        _ => [],
    };

    static IEnumerable<(string Place, string Sentence)> Missing(Comparator comparator)
    {
        if (comparator.Aspects.Count == 0) yield return (".aspects", "A comparator needs at least one aspect.");
        if (comparator.Items.Count < 2) yield return (".items", "A comparator needs at least two items to compare.");
        foreach (var item in comparator.Items)
        {
            foreach (var aspect in comparator.Aspects.Where(aspect => !item.Cells.ContainsKey(aspect.Id)))
                yield return ($".items/{item.Id}.cells", $"The cell \"{aspect.Id}\" is missing here.");
            foreach (var cell in item.Cells.Keys.Where(cell => comparator.Aspects.All(aspect => aspect.Id != cell)))
                yield return ($".items/{item.Id}.cells.{cell}", $"No aspect is called \"{cell}\".");
        }
    }
}
