namespace LtiMentoring.Lti.Tests.Hosts;

/// <summary>A clock that stands until it is moved. Timers run on real time.</summary>
sealed class ManualClock : TimeProvider
{
    public DateTimeOffset Now { get; private set; } = new(2026, 8, 26, 20, 12, 9, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => Now;

    public void Advance(TimeSpan time) => Now += time;
}
