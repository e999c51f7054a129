using System.Text.RegularExpressions;

namespace LtiMentoring.Web.Tests.Seams;

/// <summary>The walls of the house, checked on its own source.</summary>
public sealed partial class SeamTests
{
    static readonly string Root = FindRoot();
    static readonly string[] Rooms = ["Launch", "Learn", "Practice", "Complete", "PassBack", "Author", "Track", "Operate"];

    /// <summary>The only files that may speak of both LTI and the course, and the one that puts the program together.</summary>
    static readonly string[] KnowBoth = ["Launch/SignIn.cs", "PassBack/ScoreFor.cs", "Author/Place.cs", "Track/Roster.cs", "Tool.cs"];

    internal static IEnumerable<(string Name, string Text)> Source(string project, string pattern = "*.cs") =>
        Directory.EnumerateFiles(Path.Combine(Root, "src", project), pattern, SearchOption.AllDirectories)
            .Select(file => (Name: Path.GetRelativePath(Path.Combine(Root, "src", project), file).Replace('\\', '/'), File: file))
            .Where(file => !file.Name.StartsWith("obj/", StringComparison.Ordinal) && !file.Name.StartsWith("bin/", StringComparison.Ordinal)
                && !file.Name.Contains("/Migrations/", StringComparison.Ordinal))
            .Select(file => (file.Name, File.ReadAllText(file.File)));

    [Fact]
    public void The_protocol_knows_nothing_of_training_databases_or_pages()
    {
        Assert.DoesNotContain(References(typeof(LtiMentoring.Lti.Platform)), name => name.StartsWith("LtiMentoring", StringComparison.Ordinal)
            || name.Contains("EntityFramework", StringComparison.Ordinal) || name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal));
    }

    [Fact]
    public void The_subject_knows_nothing_but_its_file_format() =>
        Assert.Equal(["YamlDotNet"], References(typeof(LtiMentoring.Training.Learn.Course)).Where(name => !name.StartsWith("System", StringComparison.Ordinal)));

    [Fact]
    public void Protocol_and_subject_meet_in_named_files_only()
    {
        var both = Source("LtiMentoring.Web").Where(file => file.Text.Contains("LtiMentoring.Lti", StringComparison.Ordinal)
            && file.Text.Contains("LtiMentoring.Training", StringComparison.Ordinal)).Select(file => file.Name);

        Assert.Empty(both.Except(KnowBoth));
    }

    [Fact]
    public void A_room_uses_no_other_room()
    {
        var crossings =
            from file in Source("LtiMentoring.Web").Concat(Source("LtiMentoring.Web", "*.cshtml"))
            let room = file.Name.Split('/')[0]
            where Rooms.Contains(room)
            from other in Rooms
            where other != room && (file.Text.Contains($"using LtiMentoring.Web.{other};", StringComparison.Ordinal)
                || file.Text.Contains($"name=\"/{other}/", StringComparison.Ordinal))
            select $"{file.Name} uses {other}";

        Assert.Empty(crossings);
    }

    [Fact]
    public void Names_say_what_things_are() =>
        Assert.Empty(new[] { "LtiMentoring.Lti", "LtiMentoring.Training", "LtiMentoring.Web" }.SelectMany(project => Source(project))
            .Select(file => file.Name).Where(name => Vague().IsMatch(name)));

    [Fact]
    public void Files_are_small()
    {
        var lengths = new[] { "LtiMentoring.Lti", "LtiMentoring.Training", "LtiMentoring.Web" }
            .SelectMany(project => new[] { "*.cs", "*.cshtml", "*.ts", "*.css" }.SelectMany(pattern => Source(project, pattern)))
            .Where(file => !file.Name.StartsWith("node_modules", StringComparison.Ordinal))
            .Select(file => (file.Name, Lines: file.Text.Count(letter => letter == '\n'))).OrderBy(file => file.Lines).ToList();

        Assert.True(lengths[^1].Lines <= 300, $"{lengths[^1]} is too long");
        Assert.InRange(lengths[lengths.Count / 2].Lines, 1, 80);
        Assert.InRange(lengths[lengths.Count * 95 / 100].Lines, 1, 200);
    }

    [Fact]
    public void A_launch_passes_nine_files()
    {
        var readme = File.ReadAllText(Path.Combine(Root, "README.md"));
        var story = readme[readme.IndexOf("## Follow one launch", StringComparison.Ordinal)..readme.IndexOf("A completion takes the other way", StringComparison.Ordinal)];
        var files = SourceLink().Matches(story).Select(link => link.Groups[1].Value).Distinct().ToList();

        Assert.All(files, file => Assert.True(File.Exists(Path.Combine(Root, file)), file));
        Assert.Equal(9, files.Count);
        // Whatever else the room has, no page of it is part of the way.
        Assert.Equal(["Browser", "Check", "Launch", "Login"], Source("LtiMentoring.Web", "*.cshtml.cs").Where(file => file.Name.StartsWith("Launch/", StringComparison.Ordinal))
            .Select(file => Path.GetFileName(file.Name).Split('.')[0]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_repository_speaks_of_itself_alone()
    {
        var strange = Directory.EnumerateFiles(Root, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None })
            .Where(file => TextFile().IsMatch(file) && !Built().IsMatch(Path.GetRelativePath(Root, file)))
            .Where(file => Strange().IsMatch(File.ReadAllText(file))).Select(file => Path.GetRelativePath(Root, file));

        Assert.Empty(strange);
    }

    static IEnumerable<string> References(Type type) => type.Assembly.GetReferencedAssemblies().Select(assembly => assembly.Name!);

    static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "LtiMentoring.sln")))
            folder = folder.Parent!;
        return folder.FullName;
    }

    [GeneratedRegex(@"\]\((src/[^)]+\.cs)\)")]
    private static partial Regex SourceLink();

    [GeneratedRegex(@"(Manager|Helper|Util|Utils|Common|Base|Impl)\.cs$")]
    private static partial Regex Vague();

    [GeneratedRegex(@"\.(cs|cshtml|md|yaml|json|props|csproj|ts|css|sh)$")]
    private static partial Regex TextFile();

    [GeneratedRegex(@"(^|/)(bin|obj|node_modules|\.git|Seams|wwwroot/js)(/|$)|packages\.lock\.json$|package-lock\.json$|^(demo-)?data/")]
    private static partial Regex Built();

    [GeneratedRegex(@"(^|[\s""'(])/(work|root|home)/|\.\./shared|shared/(look|writing|research|samples)|nuget\.org/v3|registry\.npmjs")]
    private static partial Regex Strange();
}
