namespace LtiMentoring.Training.Practice;

/// <summary>A turn that was taken: the scene and its choices as they read then, and the line said, if any.</summary>
public sealed record Turn(int Number, Situation Situation, Moment Moment, Choice? Said)
{
    public Scene Scene => Moment.Scene!;

    /// <summary>The levels when the turn began.</summary>
    public Levels Levels => Situation.Levels;
}
