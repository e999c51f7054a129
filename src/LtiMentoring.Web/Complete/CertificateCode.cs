using LtiMentoring.Web.Hosting;

namespace LtiMentoring.Web.Complete;

/// <summary>The code of a certificate: sixteen letters and digits in four groups, which nobody can guess and anybody can type.</summary>
static class CertificateCode
{
    const int Letters = 16;
    const int Group = 4;

    public static string New() => $"{Reference.New()}-{Reference.New()}";

    /// <summary>As it is stored, from what somebody typed: in any case, with or without hyphens and spaces. Null when it cannot be one.</summary>
    public static string? Read(string? typed)
    {
        var letters = string.Concat((typed ?? "").Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();
        return letters.Length == Letters ? string.Join('-', letters.Chunk(Group).Select(group => new string(group))) : null;
    }
}
