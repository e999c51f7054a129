namespace LtiMentoring.Web.Shared;

/// <summary>A field that still needs something, and the sentence that says what.</summary>
public sealed record Missing(string Field, string Sentence);
