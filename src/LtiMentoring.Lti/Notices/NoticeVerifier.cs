using System.Text.Json;
using LtiMentoring.Lti.Launch;

namespace LtiMentoring.Lti.Notices;

/// <summary>Checks a notice as a launch is checked, except that no login went before it (Platform Notification Service 1.0, section 4).</summary>
public sealed class NoticeVerifier(LaunchVerifier verifier, TimeProvider clock)
{
    /// <summary>How many notices are taken at once.</summary>
    public const int MostAtOnce = 100;

    /// <summary>How long after its arrival a notice may still be sent again by whoever saw it: its nonce is remembered longer.</summary>
    public static readonly TimeSpan LongestLife = TimeSpan.FromDays(1);

    /// <summary>The tokens in what a platform sent (section 4), or null when it is no batch of notices.</summary>
    /// <param name="body">The body of the request.</param>
    public static IReadOnlyList<string>? Tokens(JsonElement body) =>
        new Fields(body).Objects("notices")?.Take(MostAtOnce + 1).Select(notice => notice.Text("jwt", 64 * 1024)).OfType<string>().ToList()
            is { Count: > 0 and <= MostAtOnce } tokens ? tokens : null;

    /// <summary>The notice inside the token, or the refusal. Whether the nonce was used before is not known here.</summary>
    /// <param name="token">What the platform sent, whatever it is.</param>
    /// <param name="platform">Whose notice it is said to be.</param>
    /// <param name="cancel">Gives up waiting for the platform's keys.</param>
    /// <exception cref="OperationCanceledException"><paramref name="cancel"/> was asked to stop.</exception>
    public async Task<(Notice? Notice, Refused? Refused)> VerifyAsync(string token, Platform platform, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        using var signed = SignedToken.Read(token);
        if (signed is null)
            return (null, new Refused(Refusal.TokenUnreadable, $"a notice of {token.Length} characters"));
        if (await verifier.CheckAsync(signed, platform, now, cancel) is { } refused)
            return (null, refused);
        // Its nonce is forgotten some day, and must not outlive that.
        if (signed.Claims.Time("exp") > now + LongestLife)
            return (null, new Refused(Refusal.TimesUnreadable, $"the notice would be good for longer than {LongestLife.TotalHours:0} hours"));
        return Notice.Read(signed.Claims);
    }
}
