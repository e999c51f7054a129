using System.Text.RegularExpressions;

namespace LtiMentoring.Training.Author;

static partial class Prose
{
    public static int Words(string text) => Word().Count(text);

    [GeneratedRegex(@"[\w'’-]+")]
    private static partial Regex Word();
}
