namespace LtiMentoring.Lti.Grades;

/// <summary>
/// Addresses below a line item (AGS 2.0, section 3.1). A line item's address may carry a query string, as Moodle's does:
/// what is added to the path goes before it.
/// </summary>
public static class LineItemAddress
{
    /// <summary>Where scores are posted.</summary>
    public static string Scores(string lineItem) => Below(lineItem, "scores");

    /// <summary>Where one person's result is read.</summary>
    public static string Results(string lineItem, string userId) => With(Below(lineItem, "results"), "user_id", userId);

    /// <summary>The same address with one more query parameter.</summary>
    public static string With(string address, string name, string value) =>
        $"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{name}={Uri.EscapeDataString(value)}";

    static string Below(string lineItem, string name)
    {
        var query = lineItem.IndexOf('?', StringComparison.Ordinal);
        var path = query < 0 ? lineItem : lineItem[..query];
        return $"{path.TrimEnd('/')}/{name}{(query < 0 ? "" : lineItem[query..])}";
    }
}
