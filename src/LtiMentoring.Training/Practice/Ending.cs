using LtiMentoring.Training.Learn;

namespace LtiMentoring.Training.Practice;

/// <summary>Where a conversation can come to rest, and what it opens for the next one. None is a failure, none is the prize.</summary>
public sealed record Ending(
    string Id, Text Title, Text Text, Text Inner, Text Opens, IReadOnlyList<EndingVariant> Instead, Spot? Map = null) : Entry(Id)
{
    public EndingVariant? Variant(Situation now) => Instead.FirstOrDefault(variant => variant.Fits(now));

    /// <summary>The ending as it reads in this situation.</summary>
    public Ending Reads(Situation now) => Variant(now) is not { } other ? this : this with
    {
        Title = other.Title ?? Title,
        Text = other.Text ?? Text,
        Inner = other.Inner ?? Inner,
        Opens = other.Opens ?? Opens,
    };
}
