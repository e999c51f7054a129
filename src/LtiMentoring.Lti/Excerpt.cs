using System.Globalization;
using System.Text;

namespace LtiMentoring.Lti;

/// <summary>
/// What somebody else wrote, as it may stand in one line of a log or on a page: short, and without anything that ends a
/// line, moves the cursor or turns the direction of writing.
/// </summary>
static class Excerpt
{
    /// <summary>A value from a token as it may stand in a log.</summary>
    public static string Shown(string? value) => value is null ? "missing" : Of(value, 100, instead: '?');

    /// <param name="text">The words, of any length.</param>
    /// <param name="longest">How many characters are kept at most; a letter made of two is never cut in half.</param>
    /// <param name="instead">Stands in place of each letter that is left out.</param>
    public static string Of(string text, int longest, char instead)
    {
        var kept = new StringBuilder();
        foreach (var letter in text.EnumerateRunes())
        {
            if (kept.Length + letter.Utf16SequenceLength > longest)
                break;
            if (IsHarmless(letter))
                kept.Append(letter);
            else
                kept.Append(instead);
        }
        return kept.ToString();
    }

    static bool IsHarmless(Rune letter) => Rune.GetUnicodeCategory(letter) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned);
}
