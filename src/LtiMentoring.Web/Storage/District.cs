namespace LtiMentoring.Web.Storage;

/// <summary>A row that belongs to one district, and that no other district may read or write.</summary>
public interface IDistrictRow
{
    Guid DistrictId { get; }
}

/// <summary>A school district. Every deployment of every platform belongs to exactly one.</summary>
public sealed class District
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required string Name { get; set; }

    /// <summary>The name of the time zone in which dates are shown, for example America/Chicago.</summary>
    public required string TimeZone { get; set; }

    /// <summary>The languages in which mentors are offered the tool, separated by spaces; the first one unless they ask for another.</summary>
    public string Languages { get; set; } = AllLanguages;

    /// <summary>The month in which a school year begins, 1 to 12.</summary>
    public int SchoolYearMonth { get; set; } = FirstMonth;

    /// <summary>The district's schools, one on each line.</summary>
    public string? Schools { get; set; }

    /// <summary>What the program is for, in the district's words, shown before the first lesson.</summary>
    public string? Purpose { get; set; }

    /// <summary>The words a course leaves to the district, as JSON: word, then language, then text. Written by <see cref="DistrictWords"/>.</summary>
    public string? Words { get; set; }

    /// <summary>After how many months without a launch a person's own words go; null keeps them until the person deletes them.</summary>
    public int? KeepMonths { get; set; }

    public const string AllLanguages = "en es";
    public const int FirstMonth = 8;
}
