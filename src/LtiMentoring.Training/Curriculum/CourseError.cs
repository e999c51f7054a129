namespace LtiMentoring.Training.Curriculum;

/// <summary>Something that stops a course: where it stands, and what a trainer can do about it.</summary>
public sealed record CourseError(string File, int Line, string Message)
{
    public override string ToString() => $"{File}:{Line}: {Message}";
}
