namespace LtiMentoring.Web.Tests.Hosts;

/// <summary>
/// The shipped course cut down to its first module, so that a test can complete a course in a minute. A copy of the
/// shipped files with a shorter list of modules.
/// </summary>
public static class FirstModule
{
    const string Module = "01-role-and-models";
    const string Scenario = "can-you-just-write-it";
    static readonly Lazy<string> Copy = new(Make);

    /// <summary>The folder of the shorter course.</summary>
    public static string Folder => Copy.Value;

    /// <summary>A copy of it that has lost its role-play.</summary>
    public static string WithoutConversation()
    {
        var folder = Make();
        foreach (var file in Directory.EnumerateFiles(folder, $"{Scenario}*.yaml", SearchOption.AllDirectories))
            File.Delete(file);
        foreach (var file in Directory.EnumerateFiles(folder, $"{Module}*.yaml", SearchOption.AllDirectories))
        {
            var isInside = false;
            File.WriteAllLines(file, [.. File.ReadAllLines(file).Where(line =>
            {
                if (line.StartsWith("  - id: ", StringComparison.Ordinal))
                    isInside = line == $"  - id: {Scenario}";
                return !isInside;
            })]);
        }
        return folder;
    }

    static string Make()
    {
        var shipped = Path.Combine(AppContext.BaseDirectory, "Curriculum");
        var folder = Directory.CreateTempSubdirectory("ltimentoring-course-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        foreach (var file in Directory.EnumerateFiles(shipped, "*.yaml", SearchOption.AllDirectories))
        {
            var name = Path.GetRelativePath(shipped, file);
            var stem = Path.GetFileName(name).Split('.')[0];
            if (stem is not ("course" or Module or Scenario))
                continue;
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(folder, name))!);
            var lines = File.ReadLines(file);
            File.WriteAllLines(Path.Combine(folder, name), name == "course.yaml"
                ? lines.TakeWhile(line => line != "modules:").Append("modules:").Append($"  - {Module}")
                : lines.Where(line => line != "needs: [00-welcome]"));
        }
        return folder;
    }
}
