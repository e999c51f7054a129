using LtiMentoring.Training.Practice;
using LtiMentoring.Training.Tests.Curriculum;

namespace LtiMentoring.Training.Tests.Practice;

// Ten thousand mentors who say whatever comes to mind. It does not lean on the author's checks: only on attempts.
public class ShippedScenarioTests
{
    const int Mentors = 10_000;
    const int Patience = 500;

    public static TheoryData<string> Scenarios => [.. ShippedCourseTests.Course.Scenarios.Select(s => s.Id)];

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void Every_walk_comes_to_an_ending_and_together_they_see_everything(string id)
    {
        var scenario = ShippedCourseTests.Course.FindScenario(id)!;
        var random = new Random(3);
        var seen = new HashSet<string>();
        for (var mentor = 0; mentor < Mentors; mentor++)
        {
            var steps = new List<Step>();
            var attempt = new Attempt(scenario, steps);
            while (attempt.Now.Ending is null)
            {
                Assert.True(steps.Count < Patience, $"no ending after {Patience} steps");
                Assert.NotNull(attempt.Now.Scene);
                var moment = attempt.Now;
                var step = moment.GoesOn ? attempt.GoOn(moment.Scene!.Id).Step : attempt.Say(moment.Scene!.Id, moment.Choices[random.Next(moment.Choices.Count)].Id).Step;
                steps.Add(step!);
                attempt = attempt.With(step!);
            }
            Assert.Empty(attempt.Unfit);
            seen.UnionWith(attempt.Turns.Select(t => t.Scene.Id));
            seen.UnionWith(attempt.Turns.Where(t => t.Said is not null).Select(t => $"{t.Scene.Id}/{t.Said!.Id}"));
            seen.Add(attempt.Now.Ending!.Id);
        }
        Assert.Equal(
            scenario.Scenes.SelectMany(s => s.Choices.Select(c => $"{s.Id}/{c.Id}").Prepend(s.Id)).Concat(scenario.Endings.Select(e => e.Id)).Order(),
            seen.Order());
    }
}
