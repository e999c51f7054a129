using System.Globalization;
using System.Reflection;
using LtiMentoring.Web.Hosting;

namespace LtiMentoring.Web.Operate;

/// <summary>
/// How each kind of LMS is connected: the pages and files of <c>lti-config</c>, with this tool's own address in them. They are
/// built into the program, so that what is read in the repository and what an operator is shown are one text.
/// </summary>
static class Guides
{
    /// <summary>The address that the files are written with.</summary>
    const string Example = "https://mentoring.example.org";

    const string Folder = "lti-config/";

    /// <summary>The kinds of LMS, by the name they give themselves, and the names people know.</summary>
    public static IReadOnlyList<(string Family, string Name)> Families { get; } =
    [
        ("moodle", "Moodle"), ("canvas", "Canvas"), ("schoology", "Schoology"), ("brightspace", "Brightspace"), ("blackboard", "Blackboard"), ("sakai", "Sakai"), ("openedx", "Open edX"),
    ];

    /// <summary>Any other LMS.</summary>
    public const string Other = "other";

    /// <summary>The kind that an LMS's own name for itself stands for, where a page is written about it.</summary>
    public static string? Find(string? family) => family?.ToLowerInvariant() switch
    {
        "desire2learn" or "d2l" or "brightspace" => "brightspace",
        "blackboardlearn" or "blackboard" => "blackboard",
        "sakai" or "sakaiproject" => "sakai",
        "edx" or "openedx" or "open edx" => "openedx",
        { } other when Families.Any(known => known.Family == other) => other,
        _ => null,
    };

    /// <summary>The page about one kind, in the language of the screen, without its title.</summary>
    public static string Page(string family, Settings settings)
    {
        var language = Languages.WithoutRegion(CultureInfo.CurrentUICulture.Name);
        var text = Read($"{family}.{language}.md", settings) ?? Read($"{family}.md", settings) ?? throw new InvalidOperationException($"There is no page about {family}.");
        return text[(text.IndexOf('\n', StringComparison.Ordinal) + 1)..];
    }

    /// <summary>Whether its page knows a way by one link.</summary>
    public static bool HasOneLink(string family, Settings settings) => Read($"{family}.md", settings)!.Contains("\n## By one link\n", StringComparison.Ordinal);

    /// <summary>A file as it is served, or null.</summary>
    public static string? Read(string name, Settings settings)
    {
        using var file = Assembly.GetExecutingAssembly().GetManifestResourceStream(Folder + name);
        if (file is null)
            return null;
        using var reader = new StreamReader(file);
        return reader.ReadToEnd().Replace(Example, settings.PublicUrl, StringComparison.Ordinal)
            .Replace(new Uri(Example).Host, new Uri(settings.PublicUrl).Authority, StringComparison.Ordinal);
    }
}

static class GuideFiles
{
    /// <summary>What an LMS is given as an address, or an operator as a file. It has nothing in it that is secret.</summary>
    public static void MapGuideFiles(this IEndpointRouteBuilder app) =>
        app.MapGet("/lti/config/{name}.json", (string name, Settings settings) =>
            Guides.Read($"{name}.json", settings) is { } json ? Results.Text(json, "application/json") : Results.NotFound()).AllowAnonymous();
}
