namespace LtiMentoring.Web.Storage;

/// <summary>That a mentor completed a module, or the whole course. Written once, never changed, never taken back.</summary>
public sealed class Completion : IDistrictRow
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid DistrictId { get; init; }
    public required Guid PersonId { get; init; }
    public required string CourseId { get; init; }

    /// <summary>The module; empty for the whole course.</summary>
    public required string ModuleId { get; init; }

    public required DateTime CompletedAt { get; init; }
}

/// <summary>
/// The debt of one completion to one placed link, and what the LMS answered. Pending receipts are the queue of the
/// grade pass-back.
/// </summary>
public sealed class Receipt : IDistrictRow
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid DistrictId { get; init; }
    public required Guid CompletionId { get; init; }
    public required Guid PersonId { get; init; }
    public required Guid PlacedLinkId { get; init; }
    public ReceiptState State { get; set; } = ReceiptState.Pending;
    public int Tries { get; set; }
    public required DateTime NextTryAt { get; set; }
    public string? LeaseOwner { get; set; }
    public DateTime? LeaseEndsAt { get; set; }

    /// <summary>The column and the timestamp of the last message sent for this receipt.</summary>
    public string? LineItem { get; set; }
    public DateTime? SentAs { get; set; }

    /// <summary>The LMS's own words, and when it said them.</summary>
    public string? Words { get; set; }
    public DateTime? AnsweredAt { get; set; }
}

public enum ReceiptState
{
    /// <summary>To be sent, or sent again, by the clock.</summary>
    Pending,
    /// <summary>The gradebook shows it.</summary>
    Accepted,
    /// <summary>The link or its column is gone; the next launch of the link may bring a new one.</summary>
    WaitsForLaunch,
    /// <summary>The LMS refuses it for a reason that no repetition mends.</summary>
    NeedsPerson,
}
