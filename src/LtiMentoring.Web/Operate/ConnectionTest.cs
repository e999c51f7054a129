using LtiMentoring.Lti;
using LtiMentoring.Lti.Launch;
using LtiMentoring.Lti.Services;
using LtiMentoring.Web.Shared;
using LtiMentoring.Web.Storage;

namespace LtiMentoring.Web.Operate;

/// <summary>One thing that was looked at: whether it works, in a sentence, with the LMS's own words where it said something.</summary>
/// <param name="Works">Null where there is nothing to judge yet.</param>
public sealed record Finding(string What, bool? Works, string Sentence, string? Words = null);

/// <summary>Tries a connection now, as far as that is possible without a person who opens something.</summary>
public sealed class ConnectionTest(PlatformKeys keys, AccessTokens tokens, ConnectionFacts facts)
{
    static readonly (string Scope, string Short)[] Wanted =
    [
        (Scopes.LineItem, "lineitem"), (Scopes.Score, "score"), (Scopes.ResultReadOnly, "result.readonly"), (Scopes.Roster, "contextmembership.readonly"),
        (Scopes.Groups, "contextgroup.readonly"), (Scopes.NoticeHandlers, "noticehandlers"),
    ];

    public async Task<IReadOnlyList<Finding>> RunAsync(Registration registration, CancellationToken cancel) =>
    [
        .. registration.Disabled ? new[] { new Finding(OperateWords.TestOff, false, OperateWords.IsOff) } : [],
        await KeysAsync(registration), await TokenAsync(registration, cancel), .. Launches(registration), .. await GradesAsync(registration, cancel), await NoticesAsync(registration, cancel),
    ];

    async Task<Finding> KeysAsync(Registration registration)
    {
        var (count, failure) = await keys.TestAsync(registration.JwksUri);
        return failure is null
            ? new Finding(OperateWords.TestKeys, true, OperateWords.TestKeysFound.With(count))
            : new Finding(OperateWords.TestKeys, false, OperateWords.TestKeysFailed, failure);
    }

    /// <summary>Some platforms refuse the whole request for one scope that they do not know, so each is asked for alone then.</summary>
    async Task<Finding> TokenAsync(Registration registration, CancellationToken cancel)
    {
        var platform = registration.ToPlatform();
        var (granted, failure) = await tokens.TestAsync(platform, [.. Wanted.Select(wanted => wanted.Scope)], cancel);
        if (granted is null && failure is { Status: 400 or 401 or 403 })
        {
            var alone = new List<string>();
            foreach (var (scope, _) in Wanted)
                alone.AddRange((await tokens.TestAsync(platform, [scope], cancel)).Granted ?? []);
            granted = alone.Count > 0 ? alone : null;
        }
        if (granted is null)
            return new Finding(OperateWords.TestToken, false, OperateWords.TestTokenFailed, failure!.Words);
        var names = Wanted.Where(wanted => granted.Contains(wanted.Scope, StringComparer.Ordinal)).Select(wanted => wanted.Short).ToList();
        return granted.Contains(Scopes.Score, StringComparer.Ordinal)
            ? new Finding(OperateWords.TestToken, true, OperateWords.TestTokenGranted.With(string.Join(", ", names)))
            : new Finding(OperateWords.TestToken, false, OperateWords.TestTokenNoScore.With(string.Join(", ", names)));
    }

    /// <summary>What worked and what was refused stand side by side: one person's refusal says little about everybody's launches.</summary>
    static IEnumerable<Finding> Launches(Registration registration)
    {
        yield return registration.LastLaunchAt is { } at
            ? new(OperateWords.TestLaunch, true, OperateWords.TestLaunched.With(Utc(at)))
            : new(OperateWords.TestLaunch, null, OperateWords.TestNoLaunch);
        if (registration.LastRefusedAt is { } refused)
            yield return new(OperateWords.TestRefused, registration.IsRefusedLast ? false : null, OperateWords.TestLaunchRefused.With(Utc(refused)), registration.LastRefusal);
    }

    async Task<IEnumerable<Finding>> GradesAsync(Registration registration, CancellationToken cancel)
    {
        var grading = await facts.GradingAsync(registration.Id, cancel);
        List<Finding> findings = [];
        if (grading is { Links: > 0, WithGradebook: 0 })
            findings.Add(new Finding(OperateWords.TestGrades, false, OperateWords.TestNoGradebook));
        else
            findings.Add(grading.AcceptedAt is { } at
                ? new Finding(OperateWords.TestGrades, true, OperateWords.TestAccepted.With(Utc(at)))
                : new Finding(OperateWords.TestGrades, null, OperateWords.TestNothingAccepted));
        if (grading.Failed is { } failed)
            findings.Add(new Finding(OperateWords.TestFailure, null, OperateWords.TestFailedAt.With(Utc(failed.At ?? default)), failed.Words));
        return findings;
    }

    async Task<Finding> NoticesAsync(Registration registration, CancellationToken cancel) => await facts.NoticesAsync(registration.Id, cancel) switch
    {
        { Failure: { } failure } => new(OperateWords.TestNotices, false, OperateWords.TestNoticesRefused, failure),
        { IsAgreed: true, ReceivedAt: { } at } => new(OperateWords.TestNotices, true, OperateWords.TestNoticesReceived.With(Utc(at))),
        { IsAgreed: true } => new(OperateWords.TestNotices, true, OperateWords.TestNoticesAgreed),
        _ => new(OperateWords.TestNotices, null, registration.LastLaunchAt is null ? OperateWords.TestNoticesUnknown : OperateWords.TestNoticesNotOffered),
    };

    static string Utc(DateTime at) => OperateWords.Utc.With(at);
}
