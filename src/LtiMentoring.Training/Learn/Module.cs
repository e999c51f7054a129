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
    public IReadOnlyList<Translation> Translations { get; init; } = [];
}
