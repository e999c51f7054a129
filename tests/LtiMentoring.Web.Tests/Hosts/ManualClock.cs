namespace LtiMentoring.Web.Tests.Hosts;

/// <summary>A clock that stands until it is moved. Timers run on real time.</summary>
public sealed class ManualClock : TimeProvider
{
    DateTimeOffset now = new(2026, 8, 26, 20, 12, 9, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => now;

    public void Advance(TimeSpan time) => now += time;
}
