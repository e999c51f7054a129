using LtiMentoring.Training.Learn;

namespace LtiMentoring.Training.Practice;

/// <summary>An entry of <c>instead</c>: other words for the same thing when its conditions fit.</summary>
public abstract record Variant(string Id, Condition? When, Condition? Unless) : Entry(Id)
{
    public bool Fits(Situation now) => Condition.Allow(When, Unless, now);
}

public sealed record SceneVariant(
    string Id, Condition? When = null, Condition? Unless = null, Text? Title = null, string? Speaker = null, Text? Text = null,
    Text? Inner = null, IReadOnlyList<Media>? Media = null, string? Goto = null)
    : Variant(Id, When, Unless);

// Never an effect and never a tag: what a line does may not depend on how it is worded.
public sealed record ChoiceVariant(
    string Id, Condition? When = null, Condition? Unless = null, Text? Say = null, Text? Feedback = null, string? Goto = null)
    : Variant(Id, When, Unless);

public sealed record EndingVariant(
    string Id, Condition? When = null, Condition? Unless = null, Text? Title = null, Text? Text = null, Text? Inner = null, Text? Opens = null)
    : Variant(Id, When, Unless);
