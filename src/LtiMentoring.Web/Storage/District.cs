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
}
