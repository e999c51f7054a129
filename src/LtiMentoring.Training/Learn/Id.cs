using System.Text.RegularExpressions;

namespace LtiMentoring.Training.Learn;

// What may stand for a thing in a file, an address and a database.
static partial class Id
{
    const int Longest = 64;

    public const string Rule = "Use a to z, 0 to 9 and single hyphens, at most 64 of them.";

    public static bool Fits(string word) => word.Length <= Longest && Word().IsMatch(word);

    public static bool FitsLanguage(string word) => Language().IsMatch(word);

    [GeneratedRegex(@"\A[a-z0-9]+(-[a-z0-9]+)*\z")]
    private static partial Regex Word();

    [GeneratedRegex(@"\A[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}\z")]
    private static partial Regex Language();
}
