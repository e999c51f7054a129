namespace LtiMentoring.Training.Learn;

/// <summary>A question that the mentor answers in writing.</summary>
/// <param name="Recall">An earlier prompt whose answer is shown again.</param>
/// <param name="At">The scene that it is about: in the debrief the answer stands there.</param>
public sealed record Prompt(string Id, Text Words, bool Optional = false, string? Recall = null, string? At = null) : Entry(Id);
