namespace LtiMentoring.Training.Curriculum;

/// <summary>A course folder that cannot be used. It carries everything that is broken, not only the first thing.</summary>
public sealed class CourseBrokenException(IReadOnlyList<CourseError> errors)
    : Exception(string.Join(Environment.NewLine, errors.Take(MostInMessage)) + (errors.Count > MostInMessage ? $"{Environment.NewLine}and {errors.Count - MostInMessage} more" : ""))
{
    const int MostInMessage = 50;

    public IReadOnlyList<CourseError> Errors { get; } = errors;
}
