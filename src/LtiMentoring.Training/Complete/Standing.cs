using LtiMentoring.Training.Learn;

namespace LtiMentoring.Training.Complete;

/// <summary>Where a mentor is in a course: what is done, what is open, what comes next. It cannot say who is ahead of whom.</summary>
public sealed record Standing(IReadOnlyList<ModuleStanding> Modules)
{
    public static Standing Of(Course course, IReadOnlySet<(string Module, string Lesson)> done)
    {
        var complete = course.Modules.Where(module => ModuleStanding.IsDone(module, done)).Select(module => module.Id).ToHashSet();
        return new Standing([.. course.Modules.Select(module => ModuleStanding.Of(module, done, complete))]);
    }

    /// <summary>The modules of one edition; null for the orientation.</summary>
    public Standing In(string? edition) => new([.. Modules.Where(module => module.Module.Edition == edition)]) { Edition = edition };

    /// <summary>Which modules this standing is about: those that are counted below.</summary>
    public string? Edition { get; private init; }

    public bool HasBegun => Modules.Any(module => module.Lessons.Any(lesson => lesson.IsDone));

    public bool IsComplete => Counted.All(module => module.IsComplete);

    public int MinutesLeft => Counted.Sum(module => module.MinutesLeft);

    /// <summary>The first lesson still to be done in a module that is open; null when nothing that counts is left.</summary>
    public (Module Module, Lesson Lesson)? Next =>
        Counted.FirstOrDefault(module => module is { IsOpen: true, Next: not null }) is { } standing ? (standing.Module, standing.Next!) : null;

    public bool IsDone(string moduleId, string lessonId) =>
        Find(moduleId)?.Lessons.Any(standing => standing.IsDone && standing.Lesson.Id == lessonId) == true;

    // Editions beside the orientation count for themselves only.
    IEnumerable<ModuleStanding> Counted => Modules.Where(module => module.Module.Edition == Edition);

    public ModuleStanding? Find(string moduleId) => Modules.FirstOrDefault(standing => standing.Module.Id == moduleId);
}
