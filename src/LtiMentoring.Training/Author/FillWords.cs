using System.Text.RegularExpressions;
using LtiMentoring.Training.Learn;

namespace LtiMentoring.Training.Author;

// The words that a district fills in, such as {district}.
static partial class FillWords
{
    public static IEnumerable<Finding> Unknown(Course course) =>
        from passage in Passages.Of(course)
        from wording in passage.Text.Wordings
        from match in Course.FillWord().Matches(wording.Words)
        where !course.Fill.ContainsKey(match.Groups[1].Value)
        select Finding.Error("unknown-fill", passage.Path, wording.Language, $"course.yaml has no word for {match.Value} under \"fill\".");

    // A district's name may begin with a small letter.
    public static IEnumerable<Finding> First(Course course) =>
        from passage in Passages.Of(course)
        from wording in passage.Text.Wordings
        from match in FirstInSentence().Matches(wording.Words)
        select Finding.Advice("fill-first", passage.Path, wording.Language, $"{match.Groups[1].Value} begins a sentence. It may begin with a small letter.");

    [GeneratedRegex(@"(?:\A|[.!?]\s+|\n\n)(\{[a-z0-9-]+\})")]
    private static partial Regex FirstInSentence();
}
