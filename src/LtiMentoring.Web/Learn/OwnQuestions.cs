using LtiMentoring.Training.Learn;
using LtiMentoring.Web.Storage;

namespace LtiMentoring.Web.Learn;

/// <summary>A question that a mentor answered for themselves, and where the answer is kept.</summary>
/// <param name="Answers">The answers that were offered; none when it was to be written.</param>
sealed record OwnQuestion(string Place, Text? Question, IReadOnlyList<Line> Answers)
{
    /// <summary>The questions of a lesson. Sheets keep their own; a survey keeps nobody's.</summary>
    public static IEnumerable<OwnQuestion> Of(Module module, Lesson lesson)
    {
        var place = $"{module.Id}/{lesson.Id}";
        return lesson switch
        {
            Comparator { Ask: { } ask } => [new OwnQuestion($"{place}/{LessonForm.Note}", ask, [])],
            Reflection reflection => reflection.Prompts.Select(prompt => new OwnQuestion($"{place}/{prompt.Id}", prompt.Words, [])),
            SelfCheck check => check.Statements.Select(statement => new OwnQuestion($"{place}/{statement.Id}", statement.Text, check.Answers)),
            _ => [],
        };
    }

    /// <summary>The questions before and after a conversation, and the turns at which a line could be written first.</summary>
    public static IEnumerable<OwnQuestion> Of(Run run) =>
    [
        .. run.Scenario.Anticipate.Concat(run.Scenario.Reflect).Select(prompt => new OwnQuestion(run.PlaceOf(prompt.Id), prompt.Words, [])),
        .. run.Attempt.Turns.Select(turn => new OwnQuestion(run.PlaceOf(turn.Number), turn.Scene.Title, [])),
    ];

    /// <summary>The words of a picked answer; null when the answer was written.</summary>
    public Text? Picked(string answer) => Answers.FirstOrDefault(offered => offered.Id == answer)?.Text;
}
