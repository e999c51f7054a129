using System.Text.RegularExpressions;

namespace LtiMentoring.Training.Author;

// Words that weigh a person, and words that a colleague would not say, in one language.
sealed record Lexicon(Regex Evaluative, Regex Jargon, Regex Therapist, Regex Rescue)
{
    // A lesson may speak about scores and grades: its reader is promised that there are none.
    static readonly HashSet<string> aboutGrading = new(StringComparer.OrdinalIgnoreCase)
    {
        "score", "scores", "scored", "points", "grade", "grades", "calificación", "puntos", "puntaje",
    };

    // Null for a language that nobody has listed words for yet: its texts are not checked for words.
    public static Lexicon? Of(string language) => language.Split('-')[0] switch
    {
        "en" => EnglishWords.Lexicon,
        "es" => SpanishWords.Lexicon,
        _ => null,
    };

    public IEnumerable<(string Kind, Regex Words)> OutOfPlace => [("jargon", Jargon), ("therapist", Therapist), ("rescue", Rescue)];

    // Two words stay together where a line is wrapped between them.
    public static IReadOnlyList<string> Hits(Regex words, string text) =>
        [.. words.Matches(string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))).Select(match => match.Value)];

    public static bool IsAboutGrading(string word) => aboutGrading.Contains(word);
}
