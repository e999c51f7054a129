using System.Text.Json.Serialization;

namespace LtiMentoring.Training.Learn;

/// <summary>Words as they stand in one language.</summary>
public sealed record Wording(string Words, string Language);

/// <summary>The same words in one or more languages. The first is the language that the course is written in.</summary>
[JsonConverter(typeof(TextConverter))]
public sealed record Text
{
    public static readonly Text None = new([]);

    readonly Wording[] wordings;

    Text(Wording[] wordings) => this.wordings = wordings;

    public static Text Of(string language, string words) => new([new Wording(words, language)]);

    public IReadOnlyList<Wording> Wordings => wordings;

    public bool IsBlank => wordings.Length == 0 || string.IsNullOrWhiteSpace(wordings[0].Words);

    public bool Has(string language) => Exactly(language) is not null;

    public Text With(string language, string words) =>
        new([.. wordings.Where(w => w.Language != language), new Wording(words, language)]);

    /// <summary>The words in this language, else in its plain form (es for es-MX), else in the base language.</summary>
    public Wording In(string language) =>
        Exactly(language) ?? Exactly(language.Split('-')[0]) ?? wordings.FirstOrDefault() ?? new Wording("", language);

    public bool Equals(Text? other) => other is not null && wordings.SequenceEqual(other.wordings);

    public override int GetHashCode() => wordings.Length == 0 ? 0 : wordings[0].GetHashCode();

    public override string ToString() => wordings.Length == 0 ? "" : wordings[0].Words;

    Wording? Exactly(string language) => Array.Find(wordings, w => w.Language == language);
}
