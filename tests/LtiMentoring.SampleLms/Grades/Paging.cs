namespace LtiMentoring.SampleLms.Grades;

static class Paging
{
    /// <summary>The page that was asked for, with the address of the next one in the Link header.</summary>
    /// <param name="quote">What stands around "next"; Moodle writes curly quotes on line items.</param>
    public static IReadOnlyList<T> Page<T>(HttpContext http, Lms lms, IReadOnlyList<T> all, string quote = "\"")
    {
        var query = http.Request.Query;
        var from = int.TryParse(query["from"], out var start) && start > 0 ? start : 0;
        var limit = Math.Min(
            int.TryParse(query["limit"], out var asked) && asked > 0 ? asked : int.MaxValue,
            lms.Quirks.PageSize ?? int.MaxValue);
        if (from + (long)limit < all.Count)
        {
            var rest = query.Where(pair => pair.Key != "from")
                .SelectMany(pair => pair.Value, (pair, value) => KeyValuePair.Create(pair.Key, value))
                .Append(KeyValuePair.Create<string, string?>("from", $"{from + limit}"));
            var next = $"{lms.Address}{http.Request.Path.ToUriComponent()}{QueryString.Create(rest)}";
            http.Response.Headers.Link = $"<{next}>; rel={quote}next{(quote == "“" ? "”" : quote)}";
        }

        return [.. all.Skip(from).Take(limit)];
    }
}
