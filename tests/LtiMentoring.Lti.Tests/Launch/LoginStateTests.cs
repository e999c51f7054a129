using LtiMentoring.Lti.Launch;

namespace LtiMentoring.Lti.Tests.Launch;

public sealed class LoginStateTests
{
    static readonly DateTimeOffset Now = new(2026, 8, 26, 12, 0, 0, TimeSpan.Zero);
    static readonly LoginState State = new(Guid.Parse("01a20258-2c96-7b87-804e-1af12270932a"), "nonce", "https://tool/é", "browser1", "hash", "session", Now);

    [Fact]
    public void Comes_back_as_it_was() => Assert.Equal(State, LoginState.Unpack(State.Pack()));

    [Fact]
    public void Lasts_ten_minutes()
    {
        Assert.False(State.IsExpired(Now.AddMinutes(10)));
        Assert.True(State.IsExpired(Now.AddMinutes(10).AddSeconds(1)));
    }

    [Fact]
    public void Is_short_enough_for_an_address() => Assert.InRange(State.Pack().Length, 1, 200);
}
