namespace LtiMentoring.Training.Learn;

public sealed record Module(
    string Id,
    int Revision,
    Text Title,
    Text Summary,
    int Minutes,
    IReadOnlyList<Line> Objectives,
    IReadOnlyList<string> Needs,
    IReadOnlyList<Lesson> Lessons) : Entry(Id)
{
    /// <summary>Null for a module of the orientation; else one of <see cref="Learn.Edition"/>.</summary>
    public string? Edition { get; init; }

    public IReadOnlyList<Translation> Translations { get; init; } = [];
}
