namespace LtiMentoring.Training.Learn;

/// <summary>A meeting of people. <c>Length</c> is how many minutes they sit together.</summary>
public sealed record LiveSession(
    string Id, Text Title, int Minutes, IReadOnlyList<AgendaPoint> Agenda, int Length, Text? Text = null, bool Optional = false)
    : Lesson(Id, Title, Minutes, Text, Optional);

public sealed record AgendaPoint(string Id, Text Text, int? Minutes = null) : Entry(Id);
