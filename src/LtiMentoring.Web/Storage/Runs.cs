using LtiMentoring.Training.Learn;
using LtiMentoring.Training.Practice;

namespace LtiMentoring.Web.Storage;

/// <summary>One run through a role-play, with everything that its pages need.</summary>
/// <param name="Key">Names the run in an address.</param>
public sealed record Run(string Key, PublishedCourse Published, string ModuleId, RolePlay Lesson, Scenario Scenario, Attempt Attempt)
{
    public Course Course => Published.Course;

    /// <summary>Where what is written in this run is kept.</summary>
    public string PlaceOf(string prompt) => PlaceOf(Key, prompt);

    /// <summary>Where the line is kept that a mentor wrote at a turn before looking at the choices. A prompt's id has no dot.</summary>
    public string PlaceOf(int turn) => PlaceOf(Key, $"turn.{turn}");

    public static string PlaceOf(string key, string prompt) => $"run/{key}/{prompt}";
}

/// <summary>Keeps runs: a mentor's in the database; in a preview nowhere but in the address of the page.</summary>
public interface IRuns
{
    Task<Run?> FindAsync(string key, CancellationToken cancel);

    /// <summary>The latest run through a lesson, if there is one.</summary>
    Task<Run?> LatestAsync(Course course, string moduleId, string lessonId, CancellationToken cancel);

    /// <summary>The run that was begun last of all.</summary>
    Task<Run?> LatestAsync(CancellationToken cancel);

    /// <summary>Begins a run, together with what was written before it, by prompt.</summary>
    Task<string> StartAsync(
        PublishedCourse published, string moduleId, RolePlay lesson, IReadOnlyDictionary<string, string> words, CancellationToken cancel);

    /// <summary>
    /// Adds a step, unless another tab was faster, and gives the key under which the run goes on. What the mentor wrote
    /// in their own words before it is kept with it.
    /// </summary>
    Task<string> AppendAsync(Run run, Step step, CancellationToken cancel, string own = "");

    /// <summary>Begins another run that goes as this one did up to a turn. What was written on the way comes along; this run stays as it is.</summary>
    Task<string> BranchAsync(Run run, int turn, CancellationToken cancel);
}
