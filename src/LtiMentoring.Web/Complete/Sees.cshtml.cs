using LtiMentoring.Training.Learn;
using LtiMentoring.Web.Storage;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LtiMentoring.Web.Complete;

/// <summary>What my district sees: the whole record, word for word, at any time.</summary>
public sealed class SeesModel(Courses courses, DistrictRecord record) : PageModel
{
    public Course Course { get; private set; } = null!;
    public SharedRecord Record { get; private set; } = new([], []);

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Course = (await courses.CurrentAsync(cancel)).Course;
        Record = await record.ReadAsync(Course, cancel);
    }
}
