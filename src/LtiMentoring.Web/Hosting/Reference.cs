using System.Security.Cryptography;

namespace LtiMentoring.Web.Hosting;

/// <summary>A short name for one event, shown to the person and written to the log, such as 7F3K-22QD.</summary>
static class Reference
{
    // Without letters and digits that people mistake for each other.
    const string Alphabet = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

    public static string New() => $"{RandomNumberGenerator.GetString(Alphabet, 4)}-{RandomNumberGenerator.GetString(Alphabet, 4)}";
}
