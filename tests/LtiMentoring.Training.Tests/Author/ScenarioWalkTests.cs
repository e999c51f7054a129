using LtiMentoring.Training.Author;
using LtiMentoring.Training.Practice;
using LtiMentoring.Training.Tests.Curriculum;

namespace LtiMentoring.Training.Tests.Author;

public sealed class ScenarioWalkTests : IDisposable
{
    readonly CourseFiles files = new();

    public void Dispose() => files.Dispose();

    // ask → answer (low or high), each with or without having been there before; a second visit may stand at any level.
    [Fact]
    public void Tells_situations_apart_by_place_by_levels_and_by_the_scenes_that_a_condition_asks_about()
    {
        var walk = ScenarioWalk.Of(files.Read().Scenarios[0]);
        var answers = walk.Stops.Where(s => s.Situation.At == "answer").Select(s => $"{s.Situation.Levels["trust"]}, {s.Situation.Seen.Count} seen");
        Assert.Equal(["high, 0 seen", "high, 1 seen", "low, 0 seen", "low, 1 seen", "steady, 1 seen"], answers.Order());
        Assert.True(walk.IsWhole);
    }

    [Fact]
    public void Remembers_which_variants_were_read()
    {
        var walk = ScenarioWalk.Of(files.Read().Scenarios[0]);
        Assert.True(walk.Uses("answer", "guarded"));
        Assert.True(walk.Uses("answer/stop", "warm"));
        Assert.True(walk.Uses("door", "guarded-door"));
        Assert.False(walk.Uses("answer", "warm"));
    }

    [Fact]
    public void Stops_where_a_conversation_has_no_end()
    {
        var talk = files.Read().Scenarios[0];
        var states = Enumerable.Range(0, 12).Select(i => new State($"s{i}", ["low", "steady", "high"], "low")).ToList();
        var endless = talk with { States = states, Scenes = [talk.Scenes[0] with { Choices = [.. states.Select(s => talk.Scenes[0].Choices[0] with { Id = s.Id, Goto = "ask", Effect = [new Change(s.Id, "up")] })] }] };
        var walk = ScenarioWalk.Of(endless);
        Assert.Equal((ScenarioWalk.MostSituations, false), (walk.Stops.Count, walk.IsWhole));
        Assert.Empty(ScenarioPaths.Of(walk));
    }

    [Fact]
    public void Knows_the_shipped_conversation_by_its_measure() =>
        Assert.Equal(207, ScenarioWalk.Of(ShippedCourseTests.Course.FindScenario("can-you-just-write-it")!).Stops.Count);
}
