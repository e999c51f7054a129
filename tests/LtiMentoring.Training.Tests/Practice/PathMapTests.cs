using LtiMentoring.Training.Practice;
using LtiMentoring.Training.Tests.Curriculum;

namespace LtiMentoring.Training.Tests.Practice;

public sealed class PathMapTests : IDisposable
{
    readonly CourseFiles files = new();

    public void Dispose() => files.Dispose();

    PathMap After(params Step[] steps) => PathMap.Of(new Attempt(files.Read().Scenarios[0], steps));

    [Fact]
    public void Places_stand_in_the_order_in_which_they_were_reached()
    {
        var map = After(new Said("ask", "listen"), new Said("answer", "back"), new Said("ask", "listen"), new Said("answer", "stop"));
        Assert.Equal(["ask", "answer", "page"], map.Places.Select(p => p.Id));
        Assert.Equal([1, 3], map.Places[0].Turns);
        Assert.Equal([2, 4], map.Places[1].Turns);
        Assert.True(map.Places[2] is { IsEnding: true, IsReached: true, Turns.Count: 0 });
        Assert.Equal("The ask", map.Places[0].Title?.ToString());
    }

    [Fact]
    public void Places_of_roads_not_taken_come_last_and_are_not_reached()
    {
        var map = After(new Said("ask", "listen"), new Said("answer", "back"));
        Assert.Equal([("ask", true), ("answer", true), ("page", false)], map.Places.Select(p => (p.Id, p.IsReached)));
    }

    [Fact]
    public void Roads_say_what_was_taken_and_what_was_not()
    {
        var map = After(new Said("ask", "fix"), new Said("answer", "stop"), new WentOn("hall"));
        Assert.Equal(
            [
                new PathRoad("ask", "answer", 1, "fix", true), new PathRoad("ask", "answer", 1, "listen", false),
                new PathRoad("answer", "hall", 2, "stop", true), new PathRoad("answer", "ask", 2, "back", false),
                new PathRoad("hall", "door", 3, null, true),
            ],
            map.Roads);
    }

    [Fact]
    public void Before_the_first_line_there_is_only_the_start() => Assert.Equal(["ask"], After().Places.Select(p => p.Id));
}
