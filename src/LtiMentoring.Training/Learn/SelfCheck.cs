namespace LtiMentoring.Training.Learn;

/// <summary>Statements that a mentor answers for themselves, in words. Nobody keeps the answers.</summary>
public sealed record SelfCheck(
    string Id, Text Title, int Minutes, IReadOnlyList<Line> Statements, IReadOnlyList<Line> Answers,
    Text? Text = null, bool Optional = false)
    : Lesson(Id, Title, Minutes, Text, Optional);
