namespace LtiMentoring.Training.Learn;

/// <summary>One line of words in a list: an objective, a statement, an answer.</summary>
public sealed record Line(string Id, Text Text) : Entry(Id);
