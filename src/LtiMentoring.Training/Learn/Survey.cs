namespace LtiMentoring.Training.Learn;

/// <summary>Questions about the course, never about the person. Every scale is answered with one of the same words.</summary>
public sealed record Survey(
    string Id, Text Title, int Minutes, IReadOnlyList<Line> Scales, IReadOnlyList<Line> Answers, IReadOnlyList<Prompt> Open,
    Text? Text = null, bool Optional = false)
    : Lesson(Id, Title, Minutes, Text, Optional);
