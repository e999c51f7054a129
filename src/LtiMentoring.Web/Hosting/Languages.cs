using System.Globalization;

namespace LtiMentoring.Web.Hosting;

/// <summary>The languages of the screen.</summary>
static class Languages
{
    public const string Default = "en";

    static readonly Dictionary<string, string> Regions = new(StringComparer.OrdinalIgnoreCase) { ["en"] = "en-US", ["es"] = "es-US" };

    public static IEnumerable<string> All => Regions.Keys;

    /// <summary>Those that a district offers; all of them where no district is known.</summary>
    public static IEnumerable<string> Offered(string? languages) => languages is null ? All : All.Intersect(languages.Split(' '));

    /// <summary>The tag, if a district offers its language; else that of the first language that it offers.</summary>
    public static string AsOffered(string tag, string languages) =>
        Offered(languages).Contains(WithoutRegion(tag)) ? tag : Regions[Offered(languages).FirstOrDefault() ?? Default];

    /// <summary>A language's name as its speakers write it.</summary>
    public static string OwnName(string language) =>
        CultureInfo.GetCultureInfo(language).NativeName is var name ? char.ToUpper(name[0], CultureInfo.InvariantCulture) + name[1..] : "";

    /// <summary>The tag to use for what an LMS or browser asks for, such as es_MX, es or en-GB; null for a language we lack.</summary>
    public static string? Find(string? asked)
    {
        if (asked is null or { Length: > 35 })
            return null;
        var tag = asked.Trim().Replace('_', '-');
        if (!Regions.TryGetValue(WithoutRegion(tag), out var usual))
            return null;
        try
        {
            return tag.Contains('-', StringComparison.Ordinal) ? CultureInfo.GetCultureInfo(tag, predefinedOnly: true).Name : usual;
        }
        catch (CultureNotFoundException)
        {
            return usual;
        }
    }

    /// <summary>The first language of an Accept-Language header that we have.</summary>
    public static string FromHeader(HttpRequest request) =>
        request.GetTypedHeaders().AcceptLanguage.OrderByDescending(language => language.Quality ?? 1)
            .Select(language => Find(language.Value.Value)).FirstOrDefault(found => found is not null) ?? Regions[Default];

    public static string WithoutRegion(string tag) => tag.Split('-', '_')[0];

    public static void Use(string tag) => CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(tag);
}
