using LtiMentoring.Training.Complete;
using LtiMentoring.Training.Learn;
using Microsoft.EntityFrameworkCore;

namespace LtiMentoring.Web.Storage;

/// <summary>What one mentor has finished.</summary>
public sealed class Progress(MentoringDb db, Receipts receipts, TimeProvider clock)
{
    public async Task<Standing> StandingAsync(Guid personId, Course course, CancellationToken cancel) =>
        Standing.Of(course, await DoneAsync(personId, course, cancel));

    public async Task<IReadOnlySet<(string Module, string Lesson)>> DoneAsync(Guid personId, Course course, CancellationToken cancel) =>
        (await db.FinishedLessons.Where(row => row.PersonId == personId && row.CourseId == course.Id)
            .Select(row => new { row.ModuleId, row.LessonId }).ToListAsync(cancel))
        .Select(row => (row.ModuleId, row.LessonId)).ToHashSet();

    /// <summary>The completions of a mentor in this course: one for each module, and one with an empty module for the whole.</summary>
    public Task<List<Completion>> CompletionsAsync(Guid personId, string courseId, CancellationToken cancel) =>
        db.Completions.Where(row => row.PersonId == personId && row.CourseId == courseId).AsNoTracking().ToListAsync(cancel);

    /// <summary>
    /// Records that a lesson is finished and, with the same commit, every completion that it earns and what each is owed
    /// to. Belongs into a transaction of the caller's. Repeating it changes nothing.
    /// </summary>
    public async Task FinishAsync(Guid districtId, Guid personId, Course course, string moduleId, string lessonId, CancellationToken cancel)
    {
        await receipts.PassAloneAsync(personId, cancel);
        var now = clock.GetUtcNow().UtcDateTime;
        var done = (await DoneAsync(personId, course, cancel)).ToHashSet();
        if (done.Add((moduleId, lessonId)))
            db.FinishedLessons.Add(new FinishedLesson
            {
                DistrictId = districtId, PersonId = personId, CourseId = course.Id, ModuleId = moduleId, LessonId = lessonId, FinishedAt = now,
            });
        var standing = Standing.Of(course, done);
        var earned = standing.Modules.Where(module => module.IsComplete).Select(module => module.Module.Id).ToList();
        if (standing.IsComplete)
            earned.Add("");
        var known = (await CompletionsAsync(personId, course.Id, cancel)).Select(row => row.ModuleId).ToHashSet();
        foreach (var module in earned.Where(module => !known.Contains(module)))
        {
            var completion = new Completion { DistrictId = districtId, PersonId = personId, CourseId = course.Id, ModuleId = module, CompletedAt = now };
            db.Completions.Add(completion);
            await receipts.OweAsync(completion, cancel);
        }
    }
}
