using LtiMentoring.Lti.Launch;

namespace LtiMentoring.Lti.Tests.Launch;

public sealed class LoginStateTests
{
    static readonly DateTimeOffset Now = new(2026, 8, 26, 12, 0, 0, TimeSpan.Zero);
    static readonly LoginState State = new(Guid.Parse("01a20258-2c96-7b87-804e-1af12270932a"), "nonce", "https://tool/é", "browser1", "hash", "session", Now);

    [Fact]
    public void Comes_back_as_it_was() => Assert.Equal(State, LoginState.Unpack(State.Pack()));

    [Fact]
    public void Comes_back_with_the_frame_that_keeps_its_key() =>
        Assert.Equal(State with { Storage = "lti_storage" }, LoginState.Unpack((State with { Storage = "lti_storage" }).Pack()));

    [Fact]
    public void What_another_version_packed_is_no_state_and_breaks_nothing()
    {
        var packed = State.Pack();

        Assert.All(Enumerable.Range(0, packed.Length), length => Assert.Null(LoginState.Unpack(packed[..length])));
        Assert.Null(LoginState.Unpack([.. packed, 0]));
        Assert.Null(LoginState.Unpack([.. packed[..16], .. Enumerable.Repeat((byte)0xff, 100)]));
        Assert.Null(LoginState.Unpack([.. packed[..^8], .. Enumerable.Repeat((byte)0x7f, 8)]));
    }

    [Fact]
    public void Lasts_ten_minutes()
    {
        Assert.False(State.IsExpired(Now.AddMinutes(10)));
        Assert.True(State.IsExpired(Now.AddMinutes(10).AddSeconds(1)));
    }

    [Fact]
    public void Is_short_enough_for_an_address() => Assert.InRange(State.Pack().Length, 1, 200);
}
