using LtiMentoring.Training.Learn;
using LtiMentoring.Web.Shared;
using LtiMentoring.Web.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LtiMentoring.Web.Learn;

/// <summary>An agreement or a goal as it was kept on one day, made to be printed and signed.</summary>
public sealed class CopyModel(CourseDesk desk, LessonWork work) : PageModel
{
    public Course Course { get; private set; } = null!;
    public Module Module { get; private set; } = null!;
    public Lesson Lesson { get; private set; } = null!;
    public Sheet Sheet { get; private set; } = null!;

    /// <summary>What stands on the paper: a clause, or a question with what was written under it.</summary>
    public IReadOnlyList<(Text? Question, Text? Fixed, string? Words)> Lines { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string module, string lesson, int number, CancellationToken cancel)
    {
        var current = (await desk.OpenAsync(cancel)).Published.Course;
        if (current.FindModule(module) is null || current.FindLesson(module, lesson) is not { } found)
            return NotFound();
        if ((await work.RevisionsAsync(module, found, cancel)).FirstOrDefault(revision => revision.Number == number) is not { } sheet)
            return NotFound();
        // The clauses as they read when it was kept.
        Course = (await desk.Courses.FindAsync(sheet.PublicationId, cancel)).Course;
        (Module, Lesson, Sheet) = (Course.FindModule(module)!, Course.FindLesson(module, lesson)!, sheet);
        Lines = [.. LinesOf(Lesson)];
        return Page();
    }

    IEnumerable<(Text?, Text?, string?)> LinesOf(Lesson lesson) => lesson switch
    {
        Agreement agreement => agreement.Clauses.Select(clause => (
            (Text?)null, Sheet.Words.ContainsKey(clause.Id) ? null : clause.Text, Sheet.Words.GetValueOrDefault(clause.Id))).Where(line => line.Item3 != ""),
        GoalSheet goal => goal.Fields.Select(field => ((Text?)field.Prompt, (Text?)null, Sheet.Words.GetValueOrDefault(field.Id))),
        _ => [],
    };
}
