using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace LtiMentoring.SampleLms.Pages;

/// <summary>HTML. Whatever is put into it is encoded, unless it is markup itself.</summary>
sealed record Markup
{
    static readonly EncodingFormat Encoded = new();

    Markup(string html) => Html = html;

    public static Markup Nothing { get; } = new("");

    public string Html { get; }

    public static Markup Of(FormattableString html) => new(html.ToString(Encoded));

    public static Markup Join(IEnumerable<Markup> parts) => new(string.Concat(parts.Select(part => part.Html)));

    sealed class EncodingFormat : IFormatProvider, ICustomFormatter
    {
        static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

        public object? GetFormat(Type? formatType) => formatType == typeof(ICustomFormatter) ? this : null;

        public string Format(string? format, object? arg, IFormatProvider? formatProvider) => arg switch
        {
            Markup markup => markup.Html,
            IFormattable value => Encoder.Encode(value.ToString(format, CultureInfo.InvariantCulture)),
            _ => Encoder.Encode(arg?.ToString() ?? ""),
        };
    }
}
