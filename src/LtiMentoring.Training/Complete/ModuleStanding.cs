using LtiMentoring.Training.Learn;

namespace LtiMentoring.Training.Complete;

/// <summary>Where a mentor is in one module. It is open once the modules that it needs are complete.</summary>
public sealed record ModuleStanding(Module Module, bool IsOpen, IReadOnlyList<LessonStanding> Lessons)
{
    public static ModuleStanding Of(Module module, IReadOnlySet<(string Module, string Lesson)> done, IReadOnlySet<string> complete) => new(
        module,
        module.Needs.All(complete.Contains),
        [.. module.Lessons.Select(lesson => new LessonStanding(lesson, done.Contains((module.Id, lesson.Id))))]);

    public static bool IsDone(Module module, IReadOnlySet<(string Module, string Lesson)> done) =>
        module.Lessons.All(lesson => lesson.Optional || done.Contains((module.Id, lesson.Id)));

    public bool IsComplete => !Left.Any();

    public int MinutesLeft => Left.Sum(lesson => lesson.Minutes);

    public Lesson? Next => Left.FirstOrDefault();

    // Optional lessons wait for nobody.
    IEnumerable<Lesson> Left => Lessons.Where(standing => !standing.IsDone && !standing.Lesson.Optional).Select(standing => standing.Lesson);
}

public sealed record LessonStanding(Lesson Lesson, bool IsDone);
