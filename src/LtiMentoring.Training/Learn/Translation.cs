namespace LtiMentoring.Training.Learn;

/// <summary>A language that a course, module or scenario was translated into, and the revision it was made from.</summary>
public sealed record Translation(string Language, int Revision);
