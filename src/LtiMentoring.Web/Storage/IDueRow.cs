namespace LtiMentoring.Web.Storage;

/// <summary>A row about which something is to be done at a time.</summary>
public interface IDueRow : IDistrictRow
{
    Guid Id { get; }

    /// <summary>When it is to be done, or tried again; null when there is nothing to do.</summary>
    DateTime? DueAt { get; }
}
