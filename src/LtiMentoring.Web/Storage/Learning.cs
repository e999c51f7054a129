namespace LtiMentoring.Web.Storage;

/// <summary>That a mentor finished a lesson.</summary>
public sealed class FinishedLesson : IDistrictRow
{
    public required Guid DistrictId { get; init; }
    public required Guid PersonId { get; init; }
    public required string CourseId { get; init; }
    public required string ModuleId { get; init; }
    public required string LessonId { get; init; }
    public required DateTime FinishedAt { get; init; }
}

/// <summary>
/// What a mentor wrote. Only that mentor reads it: no page of a trainer or administrator asks for this table.
/// </summary>
public sealed class Writing : IDistrictRow
{
    public required Guid DistrictId { get; init; }
    public required Guid PersonId { get; init; }

    /// <summary>Which prompt it answers, for example <c>01-role-and-models/when-help-made-you-smaller/my-limit</c>.</summary>
    public required string Place { get; init; }

    public required string Text { get; set; }
    public required DateTime WrittenAt { get; set; }
}

/// <summary>Words that arrived after their session had ended, kept until the page is opened again.</summary>
public sealed class Draft : IDistrictRow
{
    public required Guid DistrictId { get; init; }
    public required Guid PersonId { get; init; }

    /// <summary>The page, within the session, and its form field.</summary>
    public required string Page { get; init; }
    public required string Field { get; init; }

    public required string Text { get; set; }
    public required DateTime KeptAt { get; set; }
}
