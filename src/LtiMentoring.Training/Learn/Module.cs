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
    /// <summary>
    /// What texts call it by, as in <em>module 4</em>: the digits with which its id begins, where it is part of the orientation.
    /// </summary>
    public int? Number => Edition is null && int.TryParse(Id.AsSpan(0, Id.TakeWhile(char.IsAsciiDigit).Count()), out var number) ? number : null;

    /// <summary>Null for a module of the orientation; else one of <see cref="Learn.Edition"/>.</summary>
    public string? Edition { get; init; }

    /// <summary>
    /// The lesson that comes after this one. After the last one that counts there is none: what is optional beyond it
    /// must not stand between a mentor and the end.
    /// </summary>
    public Lesson? After(Lesson lesson)
    {
        var rest = Lessons.SkipWhile(other => other.Id != lesson.Id).Skip(1).ToList();
        return !lesson.Optional && rest.All(other => other.Optional) ? null : rest.FirstOrDefault();
    }

    public IReadOnlyList<Translation> Translations { get; init; } = [];
}
