using System.Globalization;
using System.Text.Encodings.Web;
using LtiMentoring.Training.Learn;
using LtiMentoring.Web.Hosting;
using LtiMentoring.Web.Storage;
using Microsoft.AspNetCore.Html;

namespace LtiMentoring.Web.Shared;

/// <summary>
/// The words of a course on a page: in the language of the session, with the district's own words filled in. Words that
/// are not translated stand in the course's language and say so to a screen reader.
/// </summary>
public sealed class CourseWords(CurrentSession session, HtmlEncoder encoder)
{
    DistrictWords? districtWords;

    public IHtmlContent Block(Course course, Text? text) => Marked(course, text, Markdown.Block, "div");

    public IHtmlContent Inline(Course course, Text? text) => Marked(course, text, Markdown.Inline, "span");

    /// <summary>One HTML block for each paragraph, with how it reads: as something said, or as something done.</summary>
    public IEnumerable<(IHtmlContent Html, bool IsSaid)> Paragraphs(Course course, Text text)
    {
        var wording = Fill(course, text, Markdown.Escape);
        foreach (var paragraph in wording.Words.Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            yield return (Mark(wording, Markdown.Inline(paragraph), "span"), paragraph.Contains('"', StringComparison.Ordinal));
    }

    /// <summary>Words without any markup, for a title or a label.</summary>
    public string Plain(Course course, Text text) => Typography.Set(Fill(course, text, words => words).Words.Trim());

    /// <summary>A module's title, with the number by which lessons call it.</summary>
    public string Title(Course course, Module module) =>
        module.Number is { } number ? SharedWords.NumberedTitle.With(number, Plain(course, module.Title)) : Plain(course, module.Title);

    /// <summary>The same where nobody has a session.</summary>
    public static string Plain(Course course, Text text, District district, string language) =>
        Typography.Set(DistrictWords.Of(district).Fill(course, district.Name, language, words => words).Filled(text, language).Words.Trim());

    /// <summary>The lang attribute's value when these words are not in the language of the page, else null.</summary>
    public string? ForeignLanguage(Text text) =>
        text.In(session.Language).Language is var language && language != session.Language ? language : null;

    /// <summary>The language of these words by its name on this page, when it is another than the page's; else null.</summary>
    public string? ForeignLanguageName(Text text) => ForeignLanguage(text) is { } foreign ? CultureInfo.GetCultureInfo(foreign).DisplayName : null;

    IHtmlContent Marked(Course course, Text? text, Func<string, string> render, string element)
    {
        if (text is null)
            return HtmlString.Empty;
        var wording = Fill(course, text, Markdown.Escape);
        return Mark(wording, render(wording.Words), element);
    }

    HtmlString Mark(Wording wording, string html, string element) => wording.Language == session.Language
        ? new HtmlString(html)
        : new HtmlString($"<{element} lang=\"{encoder.Encode(wording.Language)}\">{html}</{element}>");

    Wording Fill(Course course, Text text, Func<string, string> written) =>
        (districtWords ??= DistrictWords.Of(session.Open.District)).Fill(course, session.Open.District.Name, session.Language, written).Filled(text, session.Language);
}
