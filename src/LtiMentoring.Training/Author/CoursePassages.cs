using LtiMentoring.Training.Learn;

namespace LtiMentoring.Training.Author;

static class CoursePassages
{
    public static IReadOnlyList<Passage> Of(Course course)
    {
        var texts = new Passages("course")
            .Need(".title", Part.Frame, course.Title).Need(".summary", Part.Frame, course.Summary)
            .Each(".competencies", course.Competencies, Tag).Each(".moves", course.Moves, Tag);
        foreach (var (id, words) in course.Fill) texts.Need($".fill.{id}", Part.Frame, words);
        return texts.All;
    }

    static void Tag(Passages texts, Tag tag) => texts.Need(".title", Part.Frame, tag.Title).Need(".about", Part.Frame, tag.About);
}
