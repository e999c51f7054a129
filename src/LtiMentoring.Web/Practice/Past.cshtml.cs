using LtiMentoring.Training.Learn;
using LtiMentoring.Web.Shared;
using LtiMentoring.Web.Storage;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LtiMentoring.Web.Practice;

/// <summary>A mentor's own conversations, each to be read again or gone on with. Nobody else has this list.</summary>
public sealed class PastModel(CourseDesk desk, StoredRuns runs) : PageModel
{
    public Course Course { get; private set; } = null!;
    public IReadOnlyList<(Run Run, DateTime StartedAt)> Runs { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Course = (await desk.OpenAsync(cancel)).Published.Course;
        Runs = desk.Session.IsPreview ? [] : [.. (await runs.AllAsync(cancel)).Where(run => run.Run.Attempt.Steps.Count > 0)];
    }
}
