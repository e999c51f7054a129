using LtiMentoring.Training.Learn;

namespace LtiMentoring.Training.Practice;

/// <summary>A turn with what its line did, the other lines that were on screen, and what the author notes about the scene.</summary>
/// <param name="Asked">The prompts of the reflection that are about this scene.</param>
public sealed record DebriefTurn(Turn Turn, IReadOnlyList<Tag> Does, IReadOnlyList<Choice> NotTaken, IReadOnlyList<Note> Notes, IReadOnlyList<Prompt> Asked)
{
    public static DebriefTurn Of(Course course, Attempt attempt, Turn turn)
    {
        // A scene may come round again; what belongs to it is read once.
        var first = attempt.Turns.First(t => t.Scene.Id == turn.Scene.Id) == turn;
        return new DebriefTurn(
            turn,
            [.. (turn.Said?.Does ?? []).Select(course.FindTag).OfType<Tag>()],
            [.. turn.Moment.Choices.Where(choice => choice.Id != turn.Said?.Id)],
            first ? [.. attempt.Scenario.Notes.Where(note => note.At == turn.Scene.Id)] : [],
            first ? [.. attempt.Scenario.Reflect.Where(prompt => prompt.At == turn.Scene.Id)] : []);
    }
}
