using LtiMentoring.Training.Learn;
using LtiMentoring.Web.Hosting;
using LtiMentoring.Web.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LtiMentoring.Web.Track;

/// <summary>The cohorts of the district and who in them has completed the course, for its administrators.</summary>
public sealed class CohortsModel(CohortList cohorts, Courses courses) : PageModel
{
    public Course Course { get; private set; } = null!;
    public IReadOnlyList<CourseView> LmsCourses { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Course = (await courses.CurrentAsync(cancel)).Course;
        LmsCourses = await cohorts.ReadAsync(Course, cancel);
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        await cohorts.AskAsync(id, cancel);
        return new SeeOther($"{Request.PathBase}/cohorts#c-{id:N}");
    }
}
