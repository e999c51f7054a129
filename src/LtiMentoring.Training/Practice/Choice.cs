using LtiMentoring.Training.Learn;

namespace LtiMentoring.Training.Practice;

/// <summary>A line that the mentor can say, what a camera sees right after it, and where it leads.</summary>
public sealed record Choice(
    string Id,
    Text Say,
    IReadOnlyList<string> Does,
    IReadOnlyList<Change> Effect,
    Text Feedback,
    string Goto,
    IReadOnlyList<ChoiceVariant> Instead,
    Condition? When = null,
    Condition? Unless = null) : Entry(Id)
{
    public bool IsShown(Situation now) => Condition.Allow(When, Unless, now);

    public ChoiceVariant? Variant(Situation now) => Instead.FirstOrDefault(variant => variant.Fits(now));

    /// <summary>The choice as it reads in this situation, which is the one before its own effect.</summary>
    public Choice Reads(Situation now) => Variant(now) is not { } other ? this : this with
    {
        Say = other.Say ?? Say,
        Feedback = other.Feedback ?? Feedback,
        Goto = other.Goto ?? Goto,
    };
}
