using Markdig;
using Markdig.Extensions.Tables;

namespace LtiMentoring.Web.Shared;

/// <summary>Course text as HTML: Markdown with raw HTML switched off, then sanitized on the way out.</summary>
static class Markdown
{
    static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .DisableHtml().UsePipeTables(new PipeTableOptions()).Build();

    public static string Block(string text) => Sanitizer.Clean(Markdig.Markdown.ToHtml(Typography.Set(text), Pipeline));

    /// <summary>The words alone.</summary>
    public static string Plain(string text) => Markdig.Markdown.ToPlainText(text, Pipeline).Trim();

    /// <summary>For one line of words within a line: no paragraph around it.</summary>
    public static string Inline(string text)
    {
        var html = Block(text.Trim()).Trim();
        return html.StartsWith("<p>", StringComparison.Ordinal) && html.IndexOf("<p>", 3, StringComparison.Ordinal) < 0
            && html.EndsWith("</p>", StringComparison.Ordinal) ? html[3..^4] : html;
    }

    /// <summary>Words of a district's own, so that they stand in Markdown as they are.</summary>
    public static string Escape(string words) =>
        string.Concat(words.Select(letter => char.IsAsciiLetterOrDigit(letter) || !char.IsAscii(letter) || letter == ' ' ? letter.ToString() : "\\" + letter));
}
