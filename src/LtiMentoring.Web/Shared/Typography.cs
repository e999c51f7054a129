using System.Text;

namespace LtiMentoring.Web.Shared;

/// <summary>
/// Course files are typed with straight quotes and three dots; pages show the marks of a book. What stands between
/// backticks stays as it is.
/// </summary>
static class Typography
{
    public static string Set(string text)
    {
        var set = new StringBuilder(text.Length);
        var isCode = false;
        for (var at = 0; at < text.Length; at++)
        {
            var letter = text[at];
            isCode ^= letter == '`';
            var before = at == 0 ? ' ' : set[^1];
            if (isCode || letter is not ('"' or '\'' or '.'))
                set.Append(letter);
            else if (letter == '.')
                at += AppendDots(set, text, at);
            else if (letter == '"')
                set.Append(Opens(before) ? '“' : '”');
            else
                set.Append(Opens(before) ? '‘' : '’');
        }
        return set.ToString();
    }

    /// <summary>A mark opens at the start, after a space or an opening bracket, dash or other opening mark.</summary>
    static bool Opens(char before) => char.IsWhiteSpace(before) || before is '(' or '[' or '—' or '–' or '“' or '‘' or '¿' or '¡' or '*' or '_' or '>';

    static int AppendDots(StringBuilder set, string text, int at)
    {
        var isEllipsis = text.AsSpan(at).StartsWith("...", StringComparison.Ordinal);
        set.Append(isEllipsis ? '…' : '.');
        return isEllipsis ? 2 : 0;
    }
}
