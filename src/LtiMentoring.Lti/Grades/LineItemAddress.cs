namespace LtiMentoring.Lti.Grades;

/// <summary>
/// Addresses below a line item (AGS 2.0, sections 3.3.1 and 3.4.1). A line item's address may carry a query string, as
/// Moodle's does: what is added to the path goes before it. A fragment is dropped; no server ever sees one.
/// </summary>
public static class LineItemAddress
{
    /// <summary>Where scores are posted.</summary>
    public static string Scores(string lineItem) => Below(lineItem, "scores");

    /// <summary>Where one person's result is read.</summary>
    public static string Results(string lineItem, string userId) => With(Below(lineItem, "results"), "user_id", userId);

    /// <summary>The same address with one more query parameter.</summary>
    public static string With(string address, string name, string value)
    {
        var (path, query) = Parts(address);
        return $"{path}{query}{(query.Length == 0 ? '?' : '&')}{name}={Uri.EscapeDataString(value)}";
    }

    static string Below(string lineItem, string name)
    {
        var (path, query) = Parts(lineItem);
        return $"{path.TrimEnd('/')}/{name}{query}";
    }

    static (string Path, string Query) Parts(string address)
    {
        var sent = address.Split('#', 2)[0];
        var query = sent.IndexOf('?', StringComparison.Ordinal);
        return query < 0 ? (sent, "") : (sent[..query], sent[query..]);
    }
}
