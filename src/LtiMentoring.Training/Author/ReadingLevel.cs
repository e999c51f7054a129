using System.Text.RegularExpressions;

namespace LtiMentoring.Training.Author;

// How hard a text is to read, by the measure that is known for its language. Null where none is.
static partial class ReadingLevel
{
    public static double? Of(string language, string text)
    {
        text = Markup().Replace(text, " ");
        var sentences = Math.Max(1, SentenceEnd().Split(text).Count(part => Prose.Words(part) > 0));
        var words = Word().Matches(text).Select(match => match.Value).ToList();
        if (words.Count == 0) return null;
        return language.Split('-')[0] switch
        {
            // Flesch-Kincaid: a school grade. Lower is easier.
            "en" => 0.39 * words.Count / sentences + 11.8 * words.Sum(EnglishSyllables) / words.Count - 15.59,
            // INFLESZ: an ease up to 100 and beyond. Higher is easier.
            "es" => 206.835 - 62.3 * words.Sum(SpanishSyllables) / words.Count - (double)words.Count / sentences,
            _ => null,
        };
    }

    static int EnglishSyllables(string word)
    {
        var letters = string.Concat(word.ToLowerInvariant().Where(c => c is >= 'a' and <= 'z'));
        return Math.Max(1, EnglishVowels().Count(MuteEnding().Replace(letters, match => match.Value[..1])));
    }

    static int SpanishSyllables(string word)
    {
        var letters = string.Concat(word.ToLowerInvariant().Where(c => c is >= 'a' and <= 'z' || "áéíóúüñ".Contains(c)));
        return Math.Max(1, SpanishVowels().Count(letters));
    }

    [GeneratedRegex(@"[*_#>|`\[\]]")]
    private static partial Regex Markup();

    // Not by backtracking: a page of dots would take it for ever.
    [GeneratedRegex(@"[.!?]+[\s""”»']+|\n\n", RegexOptions.NonBacktracking)]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@"[^\W\d_][\w'’-]*")]
    private static partial Regex Word();

    [GeneratedRegex(@"(?:[^laeiouy]es|[^td]ed|[^aeiouyl]e)\z")]
    private static partial Regex MuteEnding();

    [GeneratedRegex("[aeiouy]+")]
    private static partial Regex EnglishVowels();

    [GeneratedRegex("[aeiouáéíóúü]*[áéíóúaeo][iuü]?|[iuü]+")]
    private static partial Regex SpanishVowels();
}
