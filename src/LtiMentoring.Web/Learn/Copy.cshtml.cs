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

    public IEnumerable<SheetLine> Lines => SheetLine.Of(Lesson, Sheet);

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
        return Page();
    }
}
