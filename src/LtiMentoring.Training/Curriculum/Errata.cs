namespace LtiMentoring.Training.Curriculum;

// Everything that is broken in one folder. Reading goes on after an error, so that a trainer sees all of them at once.
sealed class Errata
{
    readonly HashSet<CourseError> errors = [];

    public int Count => errors.Count;

    public void Add(string file, int line, string message) => errors.Add(new CourseError(file, line, message));

    public IReadOnlyList<CourseError> Sorted =>
        [.. errors.OrderBy(e => e.File, StringComparer.Ordinal).ThenBy(e => e.Line).ThenBy(e => e.Message, StringComparer.Ordinal)];
}
