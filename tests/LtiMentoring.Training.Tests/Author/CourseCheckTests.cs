using LtiMentoring.Training.Author;
using LtiMentoring.Training.Learn;
using LtiMentoring.Training.Practice;
using LtiMentoring.Training.Tests.Curriculum;

namespace LtiMentoring.Training.Tests.Author;

public class CourseCheckTests
{
    static readonly Course shipped = ShippedCourseTests.Course;

    [Fact]
    public void The_shipped_course_has_no_errors() => Assert.Empty(CourseCheck.Errors(shipped));

    [Fact]
    public void The_first_conversation_needs_no_advice() =>
        Assert.DoesNotContain(CourseCheck.Advice(shipped), f => f.Path.StartsWith("can-you-just-write-it", StringComparison.Ordinal));

    [Fact]
    public void The_first_module_needs_no_advice_but_a_translation() =>
        Assert.All(CourseCheck.Advice(shipped).Where(f => f.Path.StartsWith("01-role-and-models", StringComparison.Ordinal)), f => Assert.Equal("untranslated", f.Rule));

    [Fact]
    public void A_finding_is_the_same_from_one_check_to_the_next()
    {
        using var files = new CourseFiles();
        Assert.Equal(CourseCheck.Advice(files.Read()), CourseCheck.Advice(files.Read()));
    }

    [Fact]
    public void A_draft_is_checked_without_files()
    {
        var draft = shipped with { Scenarios = [shipped.Scenarios[0] with { Start = "nowhere" }] };
        var finding = Assert.Single(CourseCheck.Errors(draft), f => f.Rule == "unknown-scene");
        Assert.Equal((Severity.Error, "can-you-just-write-it.start", "en"), (finding.Severity, finding.Path, finding.Language));
    }

    [Fact]
    public void Doubled_ids_of_a_draft_are_found()
    {
        var talk = shipped.Scenarios[0];
        var doubled = shipped with { Scenarios = [talk with { Scenes = [.. talk.Scenes, talk.Scenes[0]] }] };
        Assert.Contains(CourseCheck.Errors(doubled), f => f is { Rule: "doubled-id", Path: "can-you-just-write-it/the-ask" });
    }

    public static TheoryData<Course> Drafts
    {
        get
        {
            var talk = shipped.Scenarios[0];
            Course With(Scenario scenario) => shipped with { Scenarios = [scenario] };
            var blank = new Scene("", "", Text.None, [], [], []);
            return new(
                shipped with { Modules = [], Scenarios = [], Fill = new Dictionary<string, Text>() },
                With(talk with { Scenes = [], Endings = [], States = [], Personas = [], Reflect = [], Notes = [], Start = "" }),
                With(talk with { States = [new State("trust", [], "")] }),
                With(talk with { Scenes = [blank, blank], Start = "" }),
                With(talk with { Endings = [] }),
                With(talk with { Scenes = [new Scene("the-ask", "narrator", Text.None, [], [], [], Goto: "the-ask")] }));
        }
    }

    [Theory]
    [MemberData(nameof(Drafts))]
    public void A_draft_that_is_barely_begun_is_checked_and_played_without_failing(Course draft)
    {
        Assert.NotEmpty(CourseCheck.Errors(draft));
        Assert.NotNull(CourseCheck.Advice(draft));
        foreach (var scenario in draft.Scenarios)
        {
            var attempt = new Attempt(scenario, [new Said("the-ask", "hand-over"), new Said("relief", "went-too-fast"), new WentOn("the-ask"), new Rewound(1)]);
            Assert.NotNull(Debrief.Of(draft, attempt));
        }
    }
}
