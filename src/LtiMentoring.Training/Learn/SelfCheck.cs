namespace LtiMentoring.Training.Learn;

/// <summary>
/// Statements that a mentor answers for themselves, in words. Only the mentor sees the answers. One that follows an
/// earlier self-check ("module/lesson") asks the same again, and shows both side by side.
/// </summary>
public sealed record SelfCheck(
    string Id, Text Title, int Minutes, IReadOnlyList<Line> Statements, IReadOnlyList<Line> Answers,
    Text? Text = null, bool Optional = false, string? Follows = null)
    : Lesson(Id, Title, Minutes, Text, Optional);
