using LtiMentoring.SampleLms.Grades;

namespace LtiMentoring.SampleLms.Gradebook;

/// <summary>A score as the tool sent it, and what the LMS answered. Message is null when the body could not be read as a score.</summary>
public sealed record PostedScore(string ColumnId, ScoreMessage? Message, int Status, string Reason, DateTimeOffset At)
{
    public bool Accepted => Status is >= 200 and < 300;
}
