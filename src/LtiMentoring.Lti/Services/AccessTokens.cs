using System.Collections.Concurrent;

namespace LtiMentoring.Lti.Services;

/// <summary>
/// Access tokens for the platforms' services (Security Framework 1.0, section 4.1), kept per registration and set of
/// scopes until shortly before they end. Several callers that need the same token ask once, and share a refusal too.
/// </summary>
public sealed class AccessTokens(LtiHttp http, CurrentToolKey currentKey, TimeProvider clock)
{
    /// <summary>A token is not used in the last minute of its life: the request takes time too.</summary>
    static readonly TimeSpan Margin = TimeSpan.FromSeconds(60);

    readonly ConcurrentDictionary<(Guid Platform, string Scopes), Slot> slots = new();

    /// <summary>A token that grants <paramref name="scopes"/>, or the answer that refused one, in the platform's words.</summary>
    /// <param name="platform">The registration for which the token is.</param>
    /// <param name="scopes">What it is for (AGS 2.0, sections 3.2 to 3.4); without any, the platform is not asked.</param>
    /// <param name="refused">A token that the platform no longer accepts; another one is asked for.</param>
    /// <param name="cancel">Gives up this caller's wait.</param>
    /// <exception cref="OperationCanceledException"><paramref name="cancel"/> was asked to stop.</exception>
    public async Task<(string? Token, Answer? Failure)> GetAsync(
        Platform platform, IEnumerable<string> scopes, string? refused, CancellationToken cancel)
    {
        var scope = string.Join(' ', scopes.Order(StringComparer.Ordinal).Distinct(StringComparer.Ordinal));
        if (scope.Length == 0)
            return (null, Answer.None("the launch granted no scope for this"));
        var slot = slots.GetOrAdd((platform.Id, scope), _ => new Slot());
        var seen = slot.Answers;
        await slot.Turn.WaitAsync(cancel);
        try
        {
            // Answered while this caller stood in line: the same question would get the same answer, only later.
            var isNews = slot.Answers != seen;
            if (isNews && slot.Failure is { } shared)
                return (null, shared);
            if (slot.Token is { } kept && kept != refused && (isNews || clock.GetUtcNow() < slot.UsableUntil))
                return (kept, null);
            var asked = clock.GetUtcNow();
            var (grant, failure) = await AskAsync(platform, scope, asked, cancel);
            slot.Failure = failure;
            if (grant is not null)
                (slot.Token, slot.UsableUntil) = (grant.Token, asked + grant.Life - (grant.Life / 2 < Margin ? grant.Life / 2 : Margin));
            slot.Answers++;
            return (grant?.Token, failure);
        }
        finally
        {
            slot.Turn.Release();
        }
    }

    /// <summary>Asks for a token that nobody will use, to see what the platform grants now: for a test of the connection.</summary>
    /// <param name="platform">The registration that is tested.</param>
    /// <param name="scopes">What is asked for.</param>
    /// <param name="cancel">Gives the test up.</param>
    /// <returns>What was granted of it, or the answer that refused a token.</returns>
    public async Task<(IReadOnlyList<string>? Granted, Answer? Failure)> TestAsync(Platform platform, IReadOnlyCollection<string> scopes, CancellationToken cancel)
    {
        var (grant, failure) = await AskAsync(platform, string.Join(' ', scopes), clock.GetUtcNow(), cancel);
        return grant is null ? (null, failure) : ([.. grant.Scope?.Split(' ').Intersect(scopes) ?? scopes], null);
    }

    async Task<(TokenGrant? Grant, Answer? Failure)> AskAsync(Platform platform, string scope, DateTimeOffset now, CancellationToken cancel)
    {
        var key = await currentKey(cancel);
        var assertion = key.ClientAssertion(platform.ClientId, platform.TokenAudience ?? platform.TokenEndpoint, now);
        using var request = new HttpRequestMessage(HttpMethod.Post, platform.TokenEndpoint)
        {
            Content = new FormUrlEncodedContent(new Dictionary<string, string>
            {
                ["grant_type"] = "client_credentials",
                ["client_assertion_type"] = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
                ["client_assertion"] = assertion,
                ["scope"] = scope,
            }),
        };
        var answer = await http.SendAsync(request, cancel);
        if (!answer.Succeeded)
            return (null, answer.Without(assertion) with { IsAboutToken = true });
        // What is in a success is not told further: there may be a token in it.
        var (grant, trouble) = TokenGrant.Read(answer.Body);
        return grant is null ? (null, Answer.None($"the token endpoint's answer {trouble}") with { IsAboutToken = true }) : (grant, null);
    }

    sealed class Slot
    {
        volatile int answers;

        public SemaphoreSlim Turn { get; } = new(1, 1);
        public string? Token { get; set; }
        public DateTimeOffset UsableUntil { get; set; }
        public Answer? Failure { get; set; }

        /// <summary>How often the platform has answered. Changed only by the caller whose turn it is.</summary>
        public int Answers { get => answers; set => answers = value; }
    }
}
