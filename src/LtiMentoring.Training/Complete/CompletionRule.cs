using LtiMentoring.Training.Learn;
using LtiMentoring.Training.Practice;

namespace LtiMentoring.Training.Complete;

/// <summary>What a lesson needs before it is done. There is no other rule and no score: a lesson is done or not yet done.</summary>
public sealed record CompletionRule(IReadOnlyList<Need> Needs)
{
    public static CompletionRule Of(Lesson lesson, Course course) => new(lesson switch
    {
        Reading { Acknowledge: null } or Comparator or SelfCheck => [new(Deed.ReadOn)],
        Reading or Agreement => [new(Deed.Acknowledged)],
        Document => [new(Deed.Opened)],
        Video => [new(Deed.Seen)],
        RolePlay play => [new(Deed.EndingReached), .. Written(course.FindScenario(play.Scenario)?.Reflect ?? [])],
        Reflection reflection => [.. Written(reflection.Prompts)],
        GoalSheet or CheckIns => [new(Deed.Saved)],
        Survey => [new(Deed.SentOrDeclined)],
        LiveSession => [new(Deed.AttendanceMarked)],
        _ => throw new ArgumentException($"No rule says when a lesson of the kind {lesson.GetType().Name} is done.", nameof(lesson)),
    });

    public bool IsMet(Evidence evidence) => !Missing(evidence).Any();

    /// <summary>What is still to be done, in the order of the lesson, so that a page can say it.</summary>
    public IEnumerable<Need> Missing(Evidence evidence) => Needs.Where(need => !need.IsMet(evidence));

    // Each required prompt asks for words. Where all are optional, it is enough to have looked at them and saved.
    static IEnumerable<Need> Written(IReadOnlyList<Prompt> prompts) => prompts.All(prompt => prompt.Optional)
        ? [new Need(Deed.Saved)]
        : prompts.Where(prompt => !prompt.Optional).Select(prompt => new Need(Deed.Answered, prompt.Id));
}

/// <summary>One thing that a rule asks for; a prompt when it is words.</summary>
public sealed record Need(Deed Deed, string? PromptId = null)
{
    // Any word will do: how much somebody writes is their own affair.
    public bool IsMet(Evidence evidence) => PromptId is null
        ? evidence.Deeds.Contains(Deed)
        : evidence.Answers.TryGetValue(PromptId, out var words) && words.Any(char.IsLetterOrDigit);
}
