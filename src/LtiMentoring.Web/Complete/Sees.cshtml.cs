using LtiMentoring.Training.Learn;
using LtiMentoring.Web.Shared;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LtiMentoring.Web.Complete;

/// <summary>What my district sees: the whole record, word for word, at any time.</summary>
public sealed class SeesModel(CourseDesk desk, DistrictRecord record) : PageModel
{
    public Course Course { get; private set; } = null!;
    public DistrictRecordView Record { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var (published, standing) = await desk.OpenAsync(cancel);
        Course = published.Course;
        Record = await record.ReadAsync(Course, standing, cancel);
    }
}
