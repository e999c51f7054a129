namespace LtiMentoring.Training.Learn;

/// <summary>A name for what a line does in a conversation: a competency or a move. It describes and never weighs.</summary>
public sealed record Tag(string Id, Text Title, Text About) : Entry(Id);
