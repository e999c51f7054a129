namespace LtiMentoring.Web.Storage;

/// <summary>
/// One dated revision of a sheet that a mentor fills in: an agreement or a goal. Revisions are only ever added, so that it
/// can be seen how it grew. Only that mentor reads them.
/// </summary>
public sealed class SheetRevision : IDistrictRow
{
    public required Guid DistrictId { get; init; }
    public required Guid PersonId { get; init; }

    /// <summary>Which sheet, as <c>module/lesson</c>.</summary>
    public required string Place { get; init; }

    /// <summary>From 1, without gaps.</summary>
    public required int Number { get; init; }

    /// <summary>The publication whose clauses or fields it was filled in under.</summary>
    public required Guid PublicationId { get; init; }

    /// <summary>The words by the id of their clause or field, as one JSON document.</summary>
    public required string Words { get; init; }

    /// <summary>The day on which it is to be read again.</summary>
    public DateOnly? ReviewOn { get; init; }

    public required DateTime SavedAt { get; init; }
}

/// <summary>A page of a mentor's private journal.</summary>
public sealed class JournalEntry : IDistrictRow
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid DistrictId { get; init; }
    public required Guid PersonId { get; init; }
    public required string Text { get; set; }
    public required DateTime WrittenAt { get; init; }
    public required DateTime ChangedAt { get; set; }
}

/// <summary>A lesson that a mentor wants to find again.</summary>
public sealed class Bookmark : IDistrictRow
{
    public required Guid DistrictId { get; init; }
    public required Guid PersonId { get; init; }
    public required string ModuleId { get; init; }
    public required string LessonId { get; init; }
    public required DateTime KeptAt { get; init; }
}

/// <summary>When a mentor and a mentee meet: what the calendar file is made from.</summary>
public sealed class CheckInPlan : IDistrictRow
{
    public required Guid PersonId { get; init; }
    public required Guid DistrictId { get; init; }
    public required DateOnly FirstOn { get; set; }

    /// <summary>By the district's clock.</summary>
    public required TimeOnly StartsAt { get; set; }

    public required int Minutes { get; set; }
    public required int EveryWeeks { get; set; }
    public required int Times { get; set; }
    public required string Where { get; set; }
    public required DateTime ChangedAt { get; set; }

    /// <summary>Counts the changes, so that a calendar takes a newer file for an update.</summary>
    public required int Sequence { get; set; }
}
