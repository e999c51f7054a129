using LtiMentoring.Training.Complete;
using LtiMentoring.Training.Learn;
using LtiMentoring.Web.Shared;
using LtiMentoring.Web.Storage;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LtiMentoring.Web.Learn;

/// <summary>Pages to keep at hand: those that this mentor kept, and the cards and templates of the course.</summary>
public sealed class LibraryModel(CourseDesk desk, Bookmarks bookmarks) : PageModel
{
    public Course Course { get; private set; } = null!;
    public Standing Standing { get; private set; } = null!;
    public IReadOnlyList<(Module Module, Lesson Lesson)> Kept { get; private set; } = [];
    public IReadOnlyList<(Module Module, Lesson Lesson)> Cards { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        (var published, Standing) = await desk.OpenAsync(cancel);
        Course = published.Course;
        // Mentees have the cards of their own edition; a mentor may want to see those as well.
        var edition = desk.Placed(Course, Standing).Edition;
        Cards = [.. from module in Course.Modules
                    where edition is null || module.Edition == edition
                    from lesson in module.Lessons
                    where lesson is Document or Reading { Reference: true }
                    select (module, lesson)];
        if (desk.Session.IsPreview)
            return;
        // A lesson that the course no longer has is passed over.
        Kept = [.. from bookmark in await bookmarks.AllAsync(desk.Session.PersonId, cancel)
                   let module = Course.FindModule(bookmark.ModuleId)
                   let lesson = Course.FindLesson(bookmark.ModuleId, bookmark.LessonId)
                   where lesson is not null
                   select (module, lesson)];
    }
}
