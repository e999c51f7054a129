using LtiMentoring.Training.Learn;

namespace LtiMentoring.Training.Author;

static class ModulePassages
{
    public static IReadOnlyList<Passage> Of(Module module) => new Passages(module.Id)
        .Need(".title", Part.Frame, module.Title).Need(".summary", Part.Frame, module.Summary)
        .Each(".objectives", module.Objectives, (line, objective) => line.Need(".text", Part.Frame, objective.Text))
        .Each("", module.Lessons, Gather).All;

    public static IReadOnlyList<Passage> Of(Module module, Lesson lesson) => new Passages(module.Id).Each("", [lesson], Gather).All;

    static void Gather(Passages texts, Lesson lesson)
    {
        texts.Need(".title", Part.Lesson, lesson.Title);
        // A page and a document are their text; any other kind may do without.
        if (lesson is Reading or Document) texts.Need(".text", Part.Lesson, lesson.Text);
        else texts.Add(".text", Part.Lesson, lesson.Text);
        Own(texts, lesson);
    }

    static Passages Own(Passages texts, Lesson lesson) => lesson switch
    {
        Reading page => texts.Add(".acknowledge", Part.Lesson, page.Acknowledge),
        Video video => texts.Media(".media", video.Media),
        Reflection reflection => texts.Each(".prompts", reflection.Prompts, (line, prompt) => line.Need(".prompt", Part.Question, prompt.Words)),
        Agreement agreement => texts.Each(".clauses", agreement.Clauses, (line, clause) => line.Need(".text", Part.Lesson, clause.Text))
            .Need(".acknowledge", Part.Lesson, agreement.Acknowledge).Add(".review", Part.Lesson, agreement.Review),
        GoalSheet goal => texts.Each(".fields", goal.Fields, (line, field) => line
            .Need(".prompt", Part.Lesson, field.Prompt).Add(".example", Part.Lesson, field.Example)),
        Comparator comparator => Compare(texts, comparator),
        SelfCheck check => texts.Each(".statements", check.Statements, Line).Each(".answers", check.Answers, Line),
        Survey survey => texts.Each(".scales", survey.Scales, Line).Each(".answers", survey.Answers, Line).Each(".open", survey.Open, (line, prompt) => line.Need(".prompt", Part.Lesson, prompt.Words)),
        LiveSession session => texts.Each(".agenda", session.Agenda, (line, point) => line.Need(".text", Part.Lesson, point.Text)),
        _ => texts,
    };

    static Passages Compare(Passages texts, Comparator comparator) => texts
        .Each(".aspects", comparator.Aspects, (line, aspect) => line.Need(".title", Part.Lesson, aspect.Title))
        .Each(".items", comparator.Items, (row, item) =>
        {
            row.Need(".title", Part.Lesson, item.Title).Add(".mark", Part.Lesson, item.Mark);
            foreach (var (aspect, words) in item.Cells) row.Need($".cells.{aspect}", Part.Lesson, words);
        })
        .Add(".ask", Part.Lesson, comparator.Ask);

    static void Line(Passages texts, Line line) => texts.Need(".text", Part.Lesson, line.Text);
}
