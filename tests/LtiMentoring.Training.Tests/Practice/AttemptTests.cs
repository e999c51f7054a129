using LtiMentoring.Training.Practice;
using LtiMentoring.Training.Tests.Curriculum;

namespace LtiMentoring.Training.Tests.Practice;

public sealed class AttemptTests : IDisposable
{
    readonly CourseFiles files = new();
    readonly Scenario talk;

    public AttemptTests() => talk = files.Read().Scenarios[0];

    public void Dispose() => files.Dispose();

    static Said Ask(string choice) => new("ask", choice);

    static Said Answer(string choice) => new("answer", choice);

    Attempt After(params Step[] steps) => new(talk, steps);

    static string Level(Attempt attempt) => attempt.Situation.Levels["trust"]!;

    [Fact]
    public void Begins_at_the_start_with_the_levels_of_the_start()
    {
        var attempt = After();
        Assert.Equal(("ask", "steady"), (attempt.Now.Scene?.Id, Level(attempt)));
        Assert.Equal(["fix", "listen"], attempt.Now.Choices.Select(c => c.Id));
        Assert.Empty(attempt.Turns);
    }

    [Fact]
    public void A_line_leads_on_and_becomes_a_turn()
    {
        var attempt = After(Ask("listen"));
        Assert.Equal(("answer", "high"), (attempt.Now.Scene?.Id, Level(attempt)));
        var turn = Assert.Single(attempt.Turns);
        Assert.Equal((1, "ask", "listen", "steady"), (turn.Number, turn.Scene.Id, turn.Said?.Id, turn.Levels["trust"]));
        Assert.Equal("Theo sits down.", turn.Said?.Feedback.ToString());
    }

    [Fact]
    public void Saying_gives_the_step_and_changes_nothing()
    {
        var attempt = After();
        Assert.Equal(Ask("fix"), attempt.Say("ask", "fix").Step);
        Assert.Equal("ask", attempt.Now.Scene?.Id);
        Assert.Equal("answer", attempt.With(attempt.Say("ask", "fix").Step!).Now.Scene?.Id);
    }

    [Fact]
    public void A_scene_reads_as_its_first_fitting_variant()
    {
        Assert.Equal("It ran short.", After(Ask("fix")).Now.Scene?.Text.ToString());
        Assert.Equal("Not today.", After(Ask("fix")).Now.Scene?.Inner?.ToString());
        Assert.Equal("It came apart.", After(Ask("listen")).Now.Scene?.Text.ToString());
    }

    [Fact]
    public void A_variant_keeps_what_it_does_not_name()
    {
        Assert.Equal("The answer", After(Ask("fix")).Now.Scene?.Title?.ToString());
        var door = After(Ask("fix"), Answer("stop"), new WentOn("hall")).Now.Ending!;
        Assert.Equal(("He leaves at once.", "Fine."), (door.Text.ToString(), door.Inner.ToString()));
    }

    [Fact]
    public void A_choice_reads_as_its_variant_and_leads_where_the_variant_leads()
    {
        var warm = After(Ask("listen"), Answer("stop"));
        Assert.Equal("Theo leaves his jacket.", warm.Turns[1].Said?.Feedback.ToString());
        Assert.Equal("page", warm.Now.Ending?.Id);
        Assert.Equal("hall", After(Ask("fix"), Answer("stop")).Now.Scene?.Id);
    }

    // The second "back" is said at steady and lifts to high. Judged after its effect, it would read as the variant for high.
    [Fact]
    public void A_choice_is_judged_before_its_own_effect()
    {
        files.Replace(CourseFiles.TalkFile, "unless: { seen: answer }", "effect: { trust: up }\n        instead:\n          - { id: late, when: { trust: high }, feedback: Too late. }");
        var once = new Attempt(files.Read().Scenarios[0], [Ask("listen"), Answer("back"), Ask("fix"), Answer("back")]);
        Assert.Equal(["high", "steady"], once.Turns.Where(t => t.Scene.Id == "answer").Select(t => t.Levels["trust"]));
        Assert.Equal(["Too late.", "Theo nods."], once.Turns.Where(t => t.Scene.Id == "answer").Select(t => t.Said?.Feedback.ToString()));
    }

    [Fact]
    public void A_scene_is_judged_on_arrival_after_the_effect_that_led_there() =>
        Assert.Equal("It ran short.", After(Ask("listen"), Answer("back"), Ask("fix"), new Rewound(1), Ask("fix")).Now.Scene?.Text.ToString());

    [Fact]
    public void Levels_stop_at_their_ends()
    {
        files.Replace(CourseFiles.TalkFile, "        unless: { seen: answer }\n", "");
        var loose = files.Read().Scenarios[0];
        Step[] down = [Ask("fix"), Answer("back"), Ask("fix"), Answer("back"), Ask("fix")];
        Assert.Equal("low", Level(new Attempt(loose, down)));
        Assert.Equal("steady", Level(new Attempt(loose, [.. down, Answer("back"), Ask("listen")])));
        Assert.Equal("high", Level(new Attempt(loose, [Ask("listen"), Answer("back"), Ask("listen")])));
    }

    [Fact]
    public void An_effect_may_name_the_level()
    {
        files.Replace(CourseFiles.TalkFile, "unless: { seen: answer }", "unless: { seen: answer }\n        effect: { trust: low }");
        Assert.Equal("low", Level(new Attempt(files.Read().Scenarios[0], [Ask("listen"), Answer("back")])));
    }

    [Fact]
    public void A_scene_counts_as_seen_only_once_it_was_left()
    {
        Assert.Contains("back", After(Ask("listen")).Now.Choices.Select(c => c.Id));
        Assert.DoesNotContain("back", After(Ask("listen"), Answer("back"), Ask("listen")).Now.Choices.Select(c => c.Id));
    }

    [Fact]
    public void Going_back_unsees_what_came_after()
    {
        var again = After(Ask("listen"), Answer("back"), Ask("listen"), new Rewound(2));
        Assert.Contains("back", again.Now.Choices.Select(c => c.Id));
    }

    [Fact]
    public void Going_back_shortens_the_path_and_keeps_every_step()
    {
        var attempt = After(Ask("fix"), Answer("stop"), new WentOn("hall"), new Rewound(1));
        Assert.Equal(("ask", "steady"), (attempt.Now.Scene?.Id, Level(attempt)));
        Assert.Empty(attempt.Turns);
        Assert.Equal(4, attempt.Steps.Count);
        var other = attempt.With(Ask("listen"));
        Assert.Equal("listen", Assert.Single(other.Turns).Said?.Id);
        Assert.Equal(5, other.Steps.Count);
    }

    [Fact]
    public void An_ending_can_be_left_by_going_back()
    {
        var attempt = After(Ask("listen"), Answer("stop"));
        Assert.NotNull(attempt.Now.Ending);
        Assert.Equal("answer", attempt.With(attempt.RewindTo(2).Step!).Now.Scene?.Id);
    }

    [Fact]
    public void A_scene_without_lines_goes_on_by_itself()
    {
        var hall = After(Ask("fix"), Answer("stop"));
        Assert.True(hall.Now.GoesOn);
        var step = hall.GoOn("hall").Step;
        Assert.Equal(new WentOn("hall"), step);
        var end = hall.With(step!);
        Assert.Equal("door", end.Now.Ending?.Id);
        Assert.Null(end.Turns[^1].Said);
    }

    [Fact]
    public void A_variant_may_send_a_scene_elsewhere()
    {
        files.Replace(CourseFiles.TalkFile, "The hall is empty.\n    goto: door", "The hall is empty.\n    goto: door\n    instead:\n      - { id: low, when: { trust: low }, goto: page }");
        Assert.Equal("page", new Attempt(files.Read().Scenarios[0], [Ask("fix"), Answer("stop"), new WentOn("hall")]).Now.Ending?.Id);
    }

    [Fact]
    public void Refuses_a_line_of_another_scene() => Assert.Equal(Refusal.OtherScene, After().Say("answer", "stop").Refusal);

    [Fact]
    public void Refuses_a_line_that_no_scene_has() => Assert.Equal(Refusal.NotOnScreen, After().Say("ask", "shout").Refusal);

    [Fact]
    public void Refuses_a_line_that_is_hidden_now() =>
        Assert.Equal(Refusal.NotOnScreen, After(Ask("listen"), Answer("back"), Ask("listen")).Say("answer", "back").Refusal);

    [Fact]
    public void Refuses_a_line_after_the_ending()
    {
        var ended = After(Ask("listen"), Answer("stop"));
        Assert.Equal(Refusal.Ended, ended.Say("answer", "stop").Refusal);
        Assert.Equal(Refusal.Ended, ended.GoOn("answer").Refusal);
    }

    [Fact]
    public void Refuses_to_go_on_where_a_line_is_awaited() => Assert.Equal(Refusal.WaitsForLine, After().GoOn("ask").Refusal);

    [Fact]
    public void Refuses_to_go_on_from_another_scene() => Assert.Equal(Refusal.OtherScene, After().GoOn("hall").Refusal);

    [Fact]
    public void Refuses_a_line_where_the_scene_goes_on() =>
        Assert.Equal(Refusal.NotOnScreen, After(Ask("fix"), Answer("stop")).Say("hall", "stop").Refusal);

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(2)]
    [InlineData(int.MaxValue)]
    public void Refuses_to_go_back_to_a_turn_that_is_not_there(int turn) =>
        Assert.Equal(Refusal.NoSuchTurn, After(Ask("fix")).RewindTo(turn).Refusal);

    [Fact]
    public void A_step_that_fits_nothing_is_set_aside_and_still_counted()
    {
        var attempt = After(Answer("stop"), Ask("shout"), new WentOn("ask"), new Rewound(7), Ask("fix"));
        Assert.Equal("answer", attempt.Now.Scene?.Id);
        Assert.Equal(4, attempt.Unfit.Count);
        Assert.Equal(5, attempt.Steps.Count);
    }

    [Fact]
    public void A_road_that_leads_nowhere_yet_shows_nothing_and_does_not_fail()
    {
        var draft = talk with { Start = "unwritten" };
        var now = new Attempt(draft, []).Now;
        Assert.Equal((null, null, 0, false), (now.Scene, now.Ending, now.Choices.Count, now.GoesOn));
    }

    [Fact]
    public void Steps_given_later_do_not_change_an_attempt()
    {
        var steps = new List<Step> { Ask("fix") };
        var attempt = new Attempt(talk, steps);
        steps.Add(Answer("stop"));
        Assert.Single(attempt.Steps);
    }
}
