using LtiMentoring.Training.Complete;
using LtiMentoring.Training.Learn;
using LtiMentoring.Training.Practice;
using LtiMentoring.Web.Hosting;
using LtiMentoring.Web.Shared;
using LtiMentoring.Web.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LtiMentoring.Web.Practice;

/// <summary>Before a conversation: who is in the room, what presses, and two questions to oneself.</summary>
public sealed class StartModel(CourseDesk desk, IRuns runs) : PageModel
{
    public Course Course { get; private set; } = null!;
    public Module Module { get; private set; } = null!;
    public RolePlay Lesson { get; private set; } = null!;
    public Scenario Scenario { get; private set; } = null!;
    public Standing Standing { get; private set; } = null!;

    /// <summary>The last run through this conversation.</summary>
    public Run? Last { get; private set; }

    public IReadOnlyDictionary<string, string> Written { get; private set; } = new Dictionary<string, string>();

    PublishedCourse published = null!;

    public async Task<IActionResult> OnGetAsync(string module, string lesson, CancellationToken cancel)
    {
        if (!await FindAsync(module, lesson, cancel))
            return NotFound();
        if (desk.ComesFirst(Standing, Module).Count > 0)
            return new SeeOther($"{Request.PathBase}/modules/{module}/{lesson}");
        Last = await runs.LatestAsync(Course, module, lesson, cancel);
        Written = await desk.KeptAsync(Request.Path, cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string module, string lesson, CancellationToken cancel)
    {
        if (!await FindAsync(module, lesson, cancel))
            return NotFound();
        if (desk.ComesFirst(Standing, Module).Count > 0)
            return new SeeOther($"{Request.PathBase}/modules/{module}/{lesson}");
        var words = CourseDesk.WordsOf(Request.Form, Scenario.Anticipate.Select(prompt => prompt.Id));
        var key = await runs.StartAsync(published, module, Lesson, words, cancel);
        await desk.ForgetKeptAsync(Request.Path, cancel);
        return new SeeOther($"{Request.PathBase}/practice/run/{key}");
    }

    async Task<bool> FindAsync(string module, string lesson, CancellationToken cancel)
    {
        (published, Standing) = await desk.OpenAsync(cancel);
        Course = published.Course;
        if (Course.FindModule(module) is not { } found || Course.FindLesson(module, lesson) is not RolePlay rolePlay)
            return false;
        (Module, Lesson, Scenario) = (found, rolePlay, Course.FindScenario(rolePlay.Scenario)!);
        return true;
    }
}
