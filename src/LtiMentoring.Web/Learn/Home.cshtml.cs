using LtiMentoring.Training.Complete;
using LtiMentoring.Training.Learn;
using LtiMentoring.Training.Practice;
using LtiMentoring.Web.Shared;
using LtiMentoring.Web.Storage;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LtiMentoring.Web.Learn;

/// <summary>Course home: where the mentor is, what comes next, how long it takes.</summary>
public sealed class HomeModel(CourseDesk desk, IRuns runs) : PageModel
{
    public Course Course { get; private set; } = null!;
    public Standing Standing { get; private set; } = null!;

    /// <summary>A conversation that was left before its end.</summary>
    public Run? Conversation { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        (var published, Standing) = await desk.OpenAsync(cancel);
        Course = published.Course;
        Conversation = await runs.LatestAsync(cancel) is { Attempt.Now.Ending: null } run && run.Attempt.Turns.Count > 0 ? run : null;
    }
}
