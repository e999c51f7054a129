namespace LtiMentoring.Training.Practice;

/// <summary>What an attempt answers when something is tried: the step to add, or why there is none.</summary>
public sealed record Reply
{
    Reply(Step? step, Refusal? refusal) => (Step, Refusal) = (step, refusal);

    public Step? Step { get; }

    public Refusal? Refusal { get; }

    public static Reply Next(Step step) => new(step, null);

    public static Reply Refuse(Refusal refusal) => new(null, refusal);
}

public enum Refusal
{
    /// <summary>The conversation has come to its ending.</summary>
    Ended,

    /// <summary>Another scene is on screen, as when the mentor went on in a second tab.</summary>
    OtherScene,

    /// <summary>The line is not on screen now.</summary>
    NotOnScreen,

    /// <summary>The scene waits for a line and does not go on by itself.</summary>
    WaitsForLine,

    /// <summary>There is no such turn on the path as it stands.</summary>
    NoSuchTurn,
}
