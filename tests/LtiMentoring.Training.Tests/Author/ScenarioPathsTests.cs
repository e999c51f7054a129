using LtiMentoring.Training.Author;
using LtiMentoring.Training.Tests.Curriculum;

namespace LtiMentoring.Training.Tests.Author;

public class ScenarioPathsTests
{
    readonly ScenarioWalk walk = ScenarioWalk.Of(ShippedCourseTests.Course.FindScenario("can-you-just-write-it")!);

    [Fact]
    public void Find_every_way_to_every_ending_that_comes_to_no_situation_twice()
    {
        var paths = ScenarioPaths.Of(walk).ToList();
        Assert.Equal(408, paths.Count);
        Assert.Equal((2, 10), (paths.Min(Choices), paths.Max(Choices)));
        Assert.Equal(
            [("own-page", 195), ("the-door", 4), ("three-spoons", 56), ("your-lesson", 153)],
            paths.GroupBy(path => walk.Stops[path[^1].To].Situation.At).Select(same => (same.Key, same.Count())).Order());
        Assert.All(paths, path => Assert.Equal(path.Count, path.Select(road => road.To).Distinct().Count()));
    }

    // ask and answer lead to each other for ever.
    [Fact]
    public void Do_not_go_round_in_circles()
    {
        using var files = new CourseFiles();
        files.Replace(CourseFiles.TalkFile, "        unless: { seen: answer }\n", "");
        var paths = ScenarioPaths.Of(ScenarioWalk.Of(files.Read().Scenarios[0])).ToList();
        Assert.InRange(paths.Count, 3, 100);
        Assert.All(paths, path => Assert.Equal(path.Count + 1, path.Select(road => road.To).Append(0).Distinct().Count()));
    }

    static int Choices(IReadOnlyList<Road> path) => path.Count(road => road.Said is not null);

    // Twenty screens, each with three lines that raise one of three states by turns: more paths than anybody could list.
    [Fact]
    public void Of_very_many_paths_only_the_first_are_looked_at()
    {
        using var files = new CourseFiles();
        var screens = Enumerable.Range(0, 20).Select(i => $"  - {{ id: s{i}, text: Hm., choices: ["
            + string.Join(", ", "abc".Select(c => $"{{ id: {c}, say: A., does: [advice], feedback: He nods., effect: {{ {c}: {(i % 2 == 0 ? "up" : "down")} }}, goto: {(i < 19 ? $"s{i + 1}" : "ask")} }}")) + "] }\n");
        files.Replace(CourseFiles.TalkFile, "start: ask", "start: s0").Replace(CourseFiles.TalkFile, "scenes:\n", $"scenes:\n{string.Concat(screens)}")
            .Replace(CourseFiles.TalkFile, "context: |", string.Concat("abc".Select(c => $"  - {{ id: {c}, levels: [low, steady, high], start: low }}\n")) + "context: |");
        Assert.Equal(20_000, ScenarioPaths.Of(ScenarioWalk.Of(files.Read().Scenarios[0])).Count());
    }
}
