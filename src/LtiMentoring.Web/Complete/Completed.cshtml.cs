using LtiMentoring.Training.Complete;
using LtiMentoring.Training.Learn;
using LtiMentoring.Web.Shared;
using LtiMentoring.Web.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LtiMentoring.Web.Complete;

/// <summary>The moment after the last lesson: of the course, or of one module.</summary>
public sealed class CompletedModel(CourseDesk desk, DistrictRecord record, Progress progress) : PageModel
{
    public Course Course { get; private set; } = null!;
    public Standing Standing { get; private set; } = null!;

    /// <summary>The module that is spoken of; null for the whole course.</summary>
    public Module? Module { get; private set; }

    public SharedRecord Record { get; private set; } = new([], []);

    /// <summary>What is complete so far, in the order in which it was completed.</summary>
    public IReadOnlyList<(Module Module, DateTime At)> Milestones { get; private set; } = [];

    /// <summary>Pages that are of use before the first meeting.</summary>
    public IReadOnlyList<(Module Module, Lesson Lesson)> Cards =>
        [.. from module in Course.Modules where module.Edition is null from lesson in module.Lessons where lesson is Reading { Reference: true } select (module, lesson)];

    /// <summary>What is left of the module, while it is not complete.</summary>
    public IReadOnlyList<Lesson> Left => Module is null || IsComplete ? [] :
        [.. Standing.Find(Module.Id)!.Lessons.Where(lesson => !lesson.IsDone && !lesson.Lesson.Optional).Select(lesson => lesson.Lesson)];

    /// <summary>The module that comes next, once this one is complete.</summary>
    public Module? NextModule => Module is null || !IsComplete ? null : Standing.In(Module.Edition).Next?.Module;

    public bool IsComplete => Module is null ? Standing.IsComplete : Standing.Find(Module.Id) is { IsComplete: true };

    public async Task<IActionResult> OnGetAsync(string? module, CancellationToken cancel)
    {
        (var published, Standing) = await desk.OpenAsync(cancel);
        Course = published.Course;
        Module = module is null ? null : Course.FindModule(module);
        if (module is not null && Module is null)
            return NotFound();
        if (!desk.Session.IsPreview)
            Milestones = [.. from completion in await progress.CompletionsAsync(desk.Session.PersonId, Course.Id, cancel)
                             orderby completion.CompletedAt
                             let done = Course.FindModule(completion.ModuleId)
                             where done is not null
                             select (done, completion.CompletedAt)];
        Record = await record.ReadAsync(Course, cancel);
        return Page();
    }
}
