using LtiMentoring.Lti.Launch;

namespace LtiMentoring.Web.Storage;

/// <summary>One LTI resource link: the place in an LMS course that opens this tool.</summary>
public sealed class PlacedLink : IDistrictRow
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid DistrictId { get; init; }
    public required Guid DeploymentId { get; init; }

    /// <summary>The platform's name for the link, unique within the deployment.</summary>
    public required string ResourceLinkId { get; init; }

    public string? ContextId { get; set; }
    public string? Title { get; set; }

    /// <summary>The module that the link stands for; null for the whole course.</summary>
    public string? ModuleId { get; set; }

    /// <summary>The gradebook as the last launch named it: what is granted (separated by spaces), where columns are, which one is this link's.</summary>
    public string? Scopes { get; set; }
    public string? LineItems { get; set; }
    public string? LineItem { get; set; }

    /// <summary>The column that we found or made ourselves because the launch named none.</summary>
    public string? OwnLineItem { get; set; }

    /// <summary>Which of the columns about a module or course is ours (AGS calls it the tag).</summary>
    public const string ColumnTag = "completion";

    /// <summary>The custom parameter that names the module, and the one that says the whole course is meant.</summary>
    public const string ModuleParameter = "module";
    public const string CourseParameter = "course";

    /// <summary>Whether the launch itself says what the link stands for.</summary>
    public static bool SaysWhat(LaunchMessage message) => message.Custom.ContainsKey(ModuleParameter) || message.Custom.ContainsKey(CourseParameter);

    public static string? ModuleOf(LaunchMessage message) =>
        message.Custom.GetValueOrDefault(ModuleParameter) is { Length: > 0 and <= 200 } module && !module.StartsWith('$') ? module : null;

    /// <summary>Takes over what a launch says. Only differences are written.</summary>
    public void Learn(ResourceLinkRequest message)
    {
        ContextId = message.Context?.Id;
        Title = message.ResourceLink.Title ?? Title;
        Scopes = message.Grades is { } grades ? string.Join(' ', grades.Scopes) : null;
        if (LineItems != message.Grades?.LineItems)
            OwnLineItem = null;
        LineItems = message.Grades?.LineItems;
        LineItem = message.Grades?.LineItem;
    }
}

/// <summary>That a mentor opened a placed link, so that their completion is owed to its gradebook.</summary>
public sealed class OpenedLink : IDistrictRow
{
    public required Guid DistrictId { get; init; }
    public required Guid PersonId { get; init; }
    public required Guid PlacedLinkId { get; init; }
    public required DateTime OpenedAt { get; init; }

    /// <summary>Whether the gradebook is to be told that they began, and how far that got; null where it is not wanted.</summary>
    public StartedState? Started { get; set; }
    public int StartedTries { get; set; }
    public DateTime? StartedNextTryAt { get; set; }
}

/// <summary>How far the word that somebody began has got. It is a courtesy: unlike a completion it may be given up.</summary>
public enum StartedState
{
    Pending,
    Told,
    GivenUp,
}
