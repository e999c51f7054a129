namespace LtiMentoring.Lti.Grades;

/// <summary>What stands in the gradebook for one person (AGS 2.0, section 3.3.4).</summary>
/// <param name="UserId">The person, by the platform's own id; null when the platform does not say.</param>
/// <param name="ResultScore">Points. Null when there is no grade, or when one was erased.</param>
/// <param name="ResultMaximum">What full marks are, in the same points; null when the platform does not say.</param>
public sealed record Result(string? UserId, double? ResultScore, double? ResultMaximum)
{
    /// <summary>
    /// Whether this is as much as the column can show. Full marks are 1 where the platform names none that can be
    /// (section 3.3.4.6).
    /// </summary>
    public bool IsFullMarks => ResultScore is { } score && score >= (ResultMaximum is > 0 and var maximum ? maximum : 1);

    internal static Result Read(Fields json) => new(json.Id("userId"), json.Number("resultScore"), json.Number("resultMaximum"));
}
