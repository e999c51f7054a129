using LtiMentoring.Training.Learn;

namespace LtiMentoring.Training.Practice;

/// <summary>What the debrief says about one scene.</summary>
public sealed record Note(string Id, string At, Text Text) : Entry(Id);
