using System.Globalization;
using Microsoft.AspNetCore.Html;

namespace LtiMentoring.Web.Shared;

/// <summary>Puts names and numbers into the words of a resource file.</summary>
static class Say
{
    public static string With(this string format, params object?[] values) => string.Format(CultureInfo.CurrentCulture, format, values);

    /// <summary>The same for words with markup in them: the words are ours, the values are encoded.</summary>
    public static IHtmlContent Html(this string format, params object?[] values) => new HtmlFormattableString(CultureInfo.CurrentCulture, format, values);

    /// <summary>About so many minutes, or hours when there are many.</summary>
    public static string Duration(int minutes) => minutes < 90
        ? SharedWords.Minutes.With(minutes)
        : SharedWords.Hours.With(Math.Round(minutes / 30.0, MidpointRounding.AwayFromZero) / 2);
}
