namespace LtiMentoring.Training.Practice;

/// <summary>What is on screen: a scene with its choices, or an ending, each as it reads in this situation.</summary>
public sealed record Moment(Scene? Scene, IReadOnlyList<Choice> Choices, Ending? Ending)
{
    /// <summary>The scene offers a Continue button and no lines.</summary>
    public bool GoesOn => Scene is { Goto: not null } && Choices.Count == 0;

    // A draft may lead to a scene that is not written yet: then there is neither a scene nor an ending.
    public static Moment Of(Scenario scenario, Situation now)
    {
        var scene = scenario.FindScene(now.At)?.Reads(now);
        return new Moment(
            scene,
            scene is null ? [] : [.. scene.Choices.Where(choice => choice.IsShown(now)).Select(choice => choice.Reads(now))],
            scene is null ? scenario.FindEnding(now.At)?.Reads(now) : null);
    }
}
