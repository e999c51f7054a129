namespace LtiMentoring.Training.Learn;

/// <summary>Modules that stand beside the orientation: each is complete by itself, and the course is complete without them.</summary>
public static class Edition
{
    /// <summary>For those who are mentored.</summary>
    public const string Mentee = "mentee";

    /// <summary>For mentors who have been at it for a while.</summary>
    public const string Refresher = "refresher";

    public static IReadOnlyList<string> All { get; } = [Mentee, Refresher];
}
