namespace LtiMentoring.Training.Complete;

/// <summary>What a mentor did in one lesson: plain facts, with the answers by the id of their prompt. Never how well.</summary>
public sealed record Evidence(IReadOnlySet<Deed> Deeds, IReadOnlyDictionary<string, string> Answers)
{
    public static readonly Evidence None = Of();

    public static Evidence Of(params IEnumerable<Deed> deeds) => new(deeds.ToHashSet(), new Dictionary<string, string>());

    public Evidence WithAnswers(IReadOnlyDictionary<string, string> answers) => this with { Answers = answers };
}

public enum Deed
{
    ReadOn,
    Acknowledged,
    Opened,
    Seen,
    EndingReached,
    Answered,
    Saved,
    SentOrDeclined,
    AttendanceMarked,
}
