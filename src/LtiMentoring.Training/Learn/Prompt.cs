namespace LtiMentoring.Training.Learn;

/// <summary>A question that the mentor answers in writing. <c>Recall</c> names an earlier prompt whose answer is shown again.</summary>
public sealed record Prompt(string Id, Text Words, bool Optional = false, string? Recall = null) : Entry(Id);
