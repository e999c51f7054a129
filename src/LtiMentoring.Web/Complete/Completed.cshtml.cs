using LtiMentoring.Training.Complete;
using LtiMentoring.Training.Learn;
using LtiMentoring.Web.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LtiMentoring.Web.Complete;

/// <summary>The moment after the last lesson: of the course, or of one module.</summary>
public sealed class CompletedModel(CourseDesk desk, DistrictRecord record) : PageModel
{
    public Course Course { get; private set; } = null!;
    public Standing Standing { get; private set; } = null!;

    /// <summary>The module that is spoken of; null for the whole course.</summary>
    public Module? Module { get; private set; }

    public DistrictRecordView Record { get; private set; } = null!;

    public bool IsComplete => Module is null ? Standing.IsComplete : Standing.Find(Module.Id) is { IsComplete: true };

    public async Task<IActionResult> OnGetAsync(string? module, CancellationToken cancel)
    {
        (var published, Standing) = await desk.OpenAsync(cancel);
        Course = published.Course;
        Module = module is null ? null : Course.FindModule(module);
        if (module is not null && Module is null)
            return NotFound();
        Record = await record.ReadAsync(Course, Standing, cancel);
        return Page();
    }
}
