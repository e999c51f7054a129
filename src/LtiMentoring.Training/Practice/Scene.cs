using LtiMentoring.Training.Learn;

namespace LtiMentoring.Training.Practice;

/// <summary>One turn of the other person. It offers choices, or goes on by itself to another scene or an ending.</summary>
public sealed record Scene(
    string Id,
    string Speaker,
    Text Text,
    IReadOnlyList<Media> Media,
    IReadOnlyList<Choice> Choices,
    IReadOnlyList<SceneVariant> Instead,
    Text? Title = null,
    Text? Inner = null,
    string? Goto = null,
    Spot? Map = null) : Entry(Id)
{
    public SceneVariant? Variant(Situation now) => Instead.FirstOrDefault(variant => variant.Fits(now));

    /// <summary>The scene as it reads in this situation.</summary>
    public Scene Reads(Situation now) => Variant(now) is not { } other ? this : this with
    {
        Title = other.Title ?? Title,
        Speaker = other.Speaker ?? Speaker,
        Text = other.Text ?? Text,
        Inner = other.Inner ?? Inner,
        Media = other.Media ?? Media,
        Goto = other.Goto ?? Goto,
    };
}

/// <summary>Where a scene or ending lies on the author's map.</summary>
public sealed record Spot(int X, int Y);
