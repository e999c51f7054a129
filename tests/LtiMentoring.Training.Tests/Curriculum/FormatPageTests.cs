using LtiMentoring.Training.Author;
using LtiMentoring.Training.Learn;
using static LtiMentoring.Training.Tests.Curriculum.CourseFiles;

namespace LtiMentoring.Training.Tests.Curriculum;

// FORMAT.md is what trainers copy from: its examples are read, and what it promises is there.
public sealed class FormatPageTests : IDisposable
{
    readonly CourseFiles files = new();
    readonly string page = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "FORMAT.md")).ReplaceLineEndings("\n");

    public void Dispose() => files.Dispose();

    [Fact]
    public void Its_lessons_are_read_and_show_every_kind()
    {
        var lessons = page.Split("```yaml\n").Single(block => block.StartsWith("- { id: role", StringComparison.Ordinal)).Split("```")[0];
        files.Write("library/form.pdf", "x").Write("media/first.mp4", "x").Write("media/first.en.vtt", "x")
            .Append(ModuleFile, string.Concat(lessons.TrimEnd().Split('\n').Select(line => $"  {line}\n")).Replace("scenario: can-you-just-write-it", "scenario: talk").Replace("follows: a-first-module/", "follows: 01-first/"));
        Assert.Equal(
            typeof(Lesson).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Lesson))).Select(type => type.Name).Order(),
            files.Read().Modules[0].Lessons.Select(lesson => lesson.GetType().Name).Distinct().Order());
    }

    [Fact]
    public void Names_every_kind_of_lesson_in_its_table() =>
        Assert.All(["page", "document", "video", "role-play", "reflection", "agreement", "goal", "comparator", "self-check", "survey", "check-ins", "live-session"], kind => Assert.Contains($"\n| {kind} |", page));

    [Fact]
    public void Tells_how_far_a_conversation_is_walked() => Assert.Contains($"{ScenarioWalk.MostSituations / 1000},000 situations", page);
}
