using LtiMentoring.Training.Learn;
using LtiMentoring.Training.Practice;
using LtiMentoring.Training.Tests.Curriculum;

namespace LtiMentoring.Training.Tests.Practice;

public sealed class DebriefTests : IDisposable
{
    readonly CourseFiles files = new();
    readonly Course course;

    public DebriefTests() => course = files.Read();

    public void Dispose() => files.Dispose();

    static readonly Step[] roundAndOut =
        [new Said("ask", "fix"), new Said("answer", "back"), new Said("ask", "listen"), new Said("answer", "stop"), new WentOn("hall")];

    Debrief After(params Step[] steps) => Debrief.Of(course, new Attempt(course.Scenarios[0], steps));

    [Fact]
    public void Opens_with_the_words_of_the_author() => Assert.Equal("Below is your path.", After().Words.ToString());

    [Fact]
    public void Shows_each_turn_with_the_inner_voice_as_it_was_then()
    {
        var turns = After(roundAndOut).Turns;
        Assert.Equal(["ask", "answer", "ask", "answer", "hall"], turns.Select(t => t.Turn.Scene.Id));
        Assert.Equal(["Say yes.", "Not today.", "Say yes.", "I said it.", null], turns.Select(t => t.Turn.Scene.Inner?.ToString()));
        Assert.Equal([1, 2, 3, 4, 5], turns.Select(t => t.Turn.Number));
    }

    [Fact]
    public void Names_what_each_line_did()
    {
        var turns = After(roundAndOut).Turns;
        Assert.Equal(["Advice", "Repair", "Listening", "Listening", ""], turns.Select(t => string.Join(", ", t.Does.Select(d => d.Title.ToString()))));
        Assert.Equal("Theo zips his bag.", turns[0].Turn.Said?.Feedback.ToString());
    }

    [Fact]
    public void Keeps_the_roads_not_taken_as_they_were_on_screen_then()
    {
        var turns = After(roundAndOut).Turns;
        Assert.Equal(["listen", "stop", "fix", "", ""], turns.Select(t => string.Join(", ", t.NotTaken.Select(c => c.Id))));
        Assert.Equal("Theo leaves.", turns[1].NotTaken[0].Feedback.ToString());
        Assert.Equal("Theo leaves his jacket.", After(new Said("ask", "listen"), new Said("answer", "back")).Turns[1].NotTaken[0].Feedback.ToString());
    }

    [Fact]
    public void Shows_a_note_once_at_the_first_turn_of_its_scene() =>
        Assert.Equal([1, 0, 0, 0, 0], After(roundAndOut).Turns.Select(t => t.Notes.Count));

    [Fact]
    public void Shows_the_ending_that_was_reached_and_what_it_opens()
    {
        var debrief = After(new Said("ask", "fix"), new Said("answer", "stop"), new WentOn("hall"));
        Assert.Equal(("He leaves at once.", "Fine.", "Thursday can begin with his week."),
            (debrief.Ending?.Text.ToString(), debrief.Ending?.Inner.ToString(), debrief.Ending?.Opens.ToString()));
    }

    [Fact]
    public void Names_the_other_endings()
    {
        Assert.Equal(["The door"], After(new Said("ask", "listen"), new Said("answer", "stop")).OtherEndings.Select(t => t.ToString()));
        Assert.Equal(["A page"], After(roundAndOut).OtherEndings.Select(t => t.ToString()));
    }

    [Fact]
    public void Before_an_ending_it_shows_the_path_so_far() =>
        Assert.Equal((1, null), (After(new Said("ask", "fix")).Turns.Count, After(new Said("ask", "fix")).Ending));

    [Fact]
    public void Names_the_competencies_touched_once_each_in_the_order_of_the_course()
    {
        Assert.Equal(["Listening", "Repair"], After(roundAndOut).Touched.Select(t => t.Title.ToString()));
        Assert.Empty(After(new Said("ask", "fix")).Touched);
    }

    [Fact]
    public void Forgets_what_was_rewound()
    {
        var debrief = After([.. roundAndOut, new Rewound(1), new Said("ask", "fix"), new Said("answer", "stop"), new WentOn("hall")]);
        Assert.Equal(3, debrief.Turns.Count);
        Assert.Equal(["Listening"], debrief.Touched.Select(t => t.Title.ToString()));
    }

    [Fact]
    public void Counts_nothing_about_a_person()
    {
        var numbers = new[] { typeof(Debrief), typeof(DebriefTurn) }.SelectMany(t => t.GetProperties()).Where(p => p.PropertyType.IsPrimitive);
        Assert.Empty(numbers);
    }
}
