using LtiMentoring.Lti.Launch;

namespace LtiMentoring.Web.Storage;

/// <summary>A course of an LMS from which the tool was opened, where its people are in groups: a group is a cohort here.</summary>
public sealed class LmsCourse : IDueRow
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid DistrictId { get; init; }
    public required Guid DeploymentId { get; init; }

    /// <summary>The platform's name for the course, unique within the deployment.</summary>
    public required string ContextId { get; init; }

    public string? Title { get; set; }

    /// <summary>Where people, groups and sets of groups are read, as the last launch named them.</summary>
    public required string Memberships { get; set; }
    public required string Groups { get; set; }
    public string? GroupSets { get; set; }

    /// <summary>The last launch from it, to the day.</summary>
    public DateTime SeenAt { get; set; }

    /// <summary>When the groups are to be read next; null when nobody waits for them.</summary>
    public DateTime? DueAt { get; set; }
    public int ReadTries { get; set; }

    /// <summary>When they were last read to the end.</summary>
    public DateTime? ReadAt { get; set; }

    /// <summary>The LMS's own words where the last reading failed.</summary>
    public string? ReadFailure { get; set; }

    /// <summary>Takes over what a launch says. Only differences are written.</summary>
    public void Learn(LaunchMessage message, DateTime now)
    {
        Title = message.Context!.Title ?? message.Context.Label ?? Title;
        (Memberships, Groups, GroupSets) = (message.Memberships!, message.Groups!.Groups, message.Groups.Sets);
        // Where reading was given up, one launch a day tries again.
        DueAt ??= ReadFailure is null || SeenAt < now.Date ? now : null;
        SeenAt = now.Date;
    }
}

/// <summary>A group of a course in an LMS. Its people take the orientation together.</summary>
public sealed class Cohort : IDistrictRow
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid DistrictId { get; init; }
    public required Guid LmsCourseId { get; init; }

    /// <summary>The platform's name for the group, unique within the course.</summary>
    public required string GroupId { get; init; }

    public required string Name { get; set; }

    /// <summary>What the platform gathers the group in, such as the cohorts of one year.</summary>
    public string? SetName { get; set; }
}

/// <summary>That a mentor is in a cohort.</summary>
public sealed class CohortMember : IDistrictRow
{
    public required Guid DistrictId { get; init; }
    public required Guid CohortId { get; init; }
    public required Guid PersonId { get; init; }
}
