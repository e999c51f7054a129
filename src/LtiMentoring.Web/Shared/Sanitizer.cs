using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace LtiMentoring.Web.Shared;

/// <summary>
/// Lets through the HTML that Markdown makes, and nothing else. Whatever a course says, no script, style, form, frame or
/// foreign picture reaches a page.
/// </summary>
static class Sanitizer
{
    static readonly HashSet<string> Elements = new(StringComparer.OrdinalIgnoreCase)
    {
        "p", "br", "hr", "h2", "h3", "h4", "strong", "em", "b", "i", "code", "pre", "blockquote", "ul", "ol", "li", "a", "span",
        "table", "thead", "tbody", "tr", "th", "td",
    };

    /// <summary>Removed with all that is in them; of other unknown elements only the tags go.</summary>
    static readonly HashSet<string> Dropped = new(StringComparer.OrdinalIgnoreCase)
    {
        "script", "style", "iframe", "object", "embed", "template", "noscript", "svg", "math", "form", "textarea", "select", "title", "head",
    };

    static readonly HtmlParser Parser = new();

    public static string Clean(string html)
    {
        var document = Parser.ParseDocument("<!doctype html><body></body>");
        var body = document.Body!;
        body.InnerHtml = html;
        foreach (var element in body.QuerySelectorAll("*").ToList())
            Clean(element);
        foreach (var comment in body.Descendants().OfType<IComment>().ToList())
            comment.Remove();
        foreach (var table in body.QuerySelectorAll("table"))
            Fold(table);
        return body.InnerHtml;
    }

    static void Clean(IElement element)
    {
        if (Dropped.Contains(element.LocalName))
        {
            element.Remove();
            return;
        }
        if (!Elements.Contains(element.LocalName))
        {
            element.Replace([.. element.ChildNodes]);
            return;
        }
        var link = element.LocalName == "a" && IsSafeLink(element.GetAttribute("href")) ? element.GetAttribute("href") : null;
        var start = element.LocalName == "ol" && int.TryParse(element.GetAttribute("start"), out var number) ? number : 1;
        foreach (var attribute in element.Attributes.ToList())
            element.RemoveAttribute(attribute.Name);
        if (start != 1)
            element.SetAttribute("start", start.ToString(System.Globalization.CultureInfo.InvariantCulture));
        if (link is null)
            return;
        element.SetAttribute("href", link);
        element.SetAttribute("rel", "noopener noreferrer");
        // A page that replaces ours inside the LMS's frame strands the person there.
        element.SetAttribute("target", "_blank");
    }

    static bool IsSafeLink(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "mailto";

    /// <summary>On a narrow screen a table becomes records; each cell then needs its column's name and its role.</summary>
    static void Fold(IElement table)
    {
        table.ClassName = "fold";
        table.SetAttribute("role", "table");
        var names = table.QuerySelectorAll("thead th").Select(cell => cell.TextContent).ToList();
        foreach (var group in table.QuerySelectorAll("thead, tbody"))
            group.SetAttribute("role", "rowgroup");
        foreach (var heading in table.QuerySelectorAll("thead th"))
        {
            heading.SetAttribute("role", "columnheader");
            heading.SetAttribute("scope", "col");
        }
        foreach (var row in table.QuerySelectorAll("tr"))
        {
            row.SetAttribute("role", "row");
            foreach (var (cell, column) in row.QuerySelectorAll("td").Select((cell, column) => (cell, column)))
            {
                cell.SetAttribute("role", "cell");
                if (column < names.Count && names[column].Length > 0)
                    cell.SetAttribute("data-h", names[column]);
            }
        }
    }
}
