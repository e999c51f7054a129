namespace LtiMentoring.Training.Author;

/// <summary>
/// Something that the checks have to say about a course. The path names the thing ("can-you-just-write-it/the-ask/hand-over.feedback")
/// and, with the rule and the language, stays the same from one check to the next, so that an author can answer it.
/// </summary>
public sealed record Finding(Severity Severity, string Rule, string Path, string Language, string Sentence)
{
    public static Finding Error(string rule, string path, string language, string sentence) => new(Severity.Error, rule, path, language, sentence);

    public static Finding Advice(string rule, string path, string language, string sentence) => new(Severity.Advice, rule, path, language, sentence);
}

public enum Severity
{
    /// <summary>Stops a publication.</summary>
    Error,

    /// <summary>May stay, with a reason.</summary>
    Advice,
}
