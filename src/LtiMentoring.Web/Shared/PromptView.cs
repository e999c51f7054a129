using LtiMentoring.Training.Learn;

namespace LtiMentoring.Web.Shared;

/// <summary>One question with a field for words that only the mentor can read.</summary>
public sealed record PromptView(
    Course Course, string Field, Text Question, string? Written, string? Wrong, bool Optional, string Hint, (string Question, string Words)? Recalled = null);
