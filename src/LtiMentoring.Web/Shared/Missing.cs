using Microsoft.AspNetCore.Html;

namespace LtiMentoring.Web.Shared;

/// <summary>A field that still needs something, the sentence that says what, and the question it answers when there are several.</summary>
public sealed record Missing(string Field, string Sentence, IHtmlContent? Question = null);
