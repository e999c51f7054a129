namespace LtiMentoring.Web.Hosting;

/// <summary>How long to wait before an LMS is asked again: seconds at first, hours in the end, and never for ever.</summary>
public sealed record Waits
{
    public TimeSpan First { get; init; } = TimeSpan.FromSeconds(5);
    public TimeSpan Longest { get; init; } = TimeSpan.FromHours(6);

    /// <summary>How often the database is asked what is due.</summary>
    public TimeSpan Poll { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How long one replica keeps a piece of work for itself: longer than it can take.</summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromMinutes(3);

    static readonly TimeSpan LongestAsked = TimeSpan.FromHours(24);

    /// <summary>After the given number of tries. Half of it is chance, so that a thousand of them do not return at once.</summary>
    public TimeSpan After(int tries, TimeSpan? asked)
    {
        if (asked is { } retryAfter)
            return TimeSpan.FromTicks(Math.Clamp(retryAfter.Ticks, TimeSpan.TicksPerSecond, LongestAsked.Ticks));
        var full = Math.Min(First.TotalSeconds * Math.Pow(2, Math.Min(tries - 1, 30)), Longest.TotalSeconds);
        return TimeSpan.FromSeconds(full * (0.5 + Random.Shared.NextDouble() / 2));
    }
}
