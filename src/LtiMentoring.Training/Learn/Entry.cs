namespace LtiMentoring.Training.Learn;

/// <summary>Anything in a course that is known by an id. Its words may change, the id does not.</summary>
public abstract record Entry(string Id)
{
    /// <summary>The id it had before it was renamed, so that an import finds what it replaces.</summary>
    public string? Was { get; init; }

    /// <summary>Where an import took it from ("h5p#7"), so that a second import finds it again.</summary>
    public string? From { get; init; }
}
