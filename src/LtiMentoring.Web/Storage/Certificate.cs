namespace LtiMentoring.Web.Storage;

/// <summary>
/// A certificate that a mentor had made of a completion. It says what was true on that day, in the words of that day, and
/// anybody who was given its code can read it.
/// </summary>
public sealed class Certificate : IDistrictRow
{
    /// <summary>What is printed on it, for example 7F3K-22QD-9WRT-M4NP.</summary>
    public required string Code { get; init; }

    public required Guid DistrictId { get; init; }
    public required Guid PersonId { get; init; }
    public required Guid CompletionId { get; init; }

    /// <summary>The mentor's name as it shall be printed.</summary>
    public required string Name { get; init; }

    /// <summary>The course or module, in the language of the certificate.</summary>
    public required string Title { get; init; }

    public required string Language { get; init; }
    public required DateTime IssuedAt { get; init; }
}
