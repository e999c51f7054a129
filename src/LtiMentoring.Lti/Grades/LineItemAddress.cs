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
    public static string Results(string lineItem, string userId) => WebAddress.With(Below(lineItem, "results"), "user_id", userId);

    static string Below(string lineItem, string name)
    {
        var (path, query) = WebAddress.Parts(lineItem);
        return $"{path.TrimEnd('/')}/{name}{query}";
    }
}
