using System.Security.Cryptography;

namespace LtiMentoring.Web.Storage;

/// <summary>
/// One sheet of answers to a survey. It holds no person, no day and no name that grows with time, so that nobody can tell
/// whose it is.
/// </summary>
public sealed class SurveyAnswer : IDistrictRow
{
    /// <summary>Random, unlike the other rows' ids, which tell when they were made.</summary>
    public string Id { get; init; } = RandomNumberGenerator.GetHexString(32, lowercase: true);

    public required Guid DistrictId { get; init; }
    public required string CourseId { get; init; }

    /// <summary>Which survey, as <c>module/lesson</c>.</summary>
    public required string Place { get; init; }

    /// <summary>The first day of the month in which it was sent.</summary>
    public required DateOnly Month { get; init; }

    /// <summary>The answers by the id of their question, as one JSON document.</summary>
    public required string Answers { get; init; }
}
