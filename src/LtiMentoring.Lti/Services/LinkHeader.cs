namespace LtiMentoring.Lti.Services;

/// <summary>
/// Finds where a list goes on in Link headers (RFC 8288, section 3; AGS 2.0, section 3.2.4; NRPS 2.0, section 2.4.2). Read
/// with some patience: Moodle puts curly quotes around "next".
/// </summary>
static class LinkHeader
{
    /// <summary>The absolute address of the relation, letter by letter as the platform gave it, or null when there is none.</summary>
    /// <param name="asked">The address that was asked, for links that are relative to it.</param>
    /// <param name="headers">The values of all Link headers.</param>
    /// <param name="relation">The relation's name, such as <c>next</c>.</param>
    public static string? Find(Uri asked, IEnumerable<string> headers, string relation) => headers.SelectMany(Links)
        .Where(link => Is(relation, link.Parameters)).Select(link => Absolute(asked, link.Target)).FirstOrDefault();

    /// <summary>Each link's address with what follows it. An address may contain commas, so it is cut at its brackets.</summary>
    static IEnumerable<(string Target, string Parameters)> Links(string header)
    {
        foreach (var part in header.Split('<').Skip(1))
            if (part.Split('>', 2) is [var target, var parameters])
                yield return (target, parameters);
    }

    static bool Is(string relation, string parameters) => parameters.Split(';', ',').Select(parameter => parameter.Split('=', 2)).Any(
        parameter => parameter is [var name, var value] && name.Trim().Equals("rel", StringComparison.OrdinalIgnoreCase)
            && Relations(value).Contains(relation, StringComparer.OrdinalIgnoreCase));

    /// <summary>The relations in a value, whatever kind of quotes stand around them.</summary>
    static string[] Relations(string value) => new string([.. value.Select(
        letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '.' or ':' or '/' ? letter : ' ')]).Split(' ');

    static string? Absolute(Uri asked, string target) =>
        WebAddress.IsAbsolute(target) ? target
        : Uri.TryCreate(asked, target, out var resolved) && WebAddress.IsAbsolute(resolved.AbsoluteUri) ? resolved.AbsoluteUri
        : null;
}
