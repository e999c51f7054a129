using System.Collections.Concurrent;

namespace LtiMentoring.SampleLms.DeepLinking;

/// <summary>The deep linking requests that wait for an answer. Each takes one that is good; a refused one may be followed by a better.</summary>
sealed class Selections(TimeProvider clock)
{
    static readonly TimeSpan Lifetime = TimeSpan.FromHours(8);

    readonly ConcurrentDictionary<string, (DeepLinkingRequest Request, DateTimeOffset Expires)> waiting = new();

    public void Begin(DeepLinkingRequest request)
    {
        foreach (var old in waiting.Where(entry => entry.Value.Expires < clock.GetUtcNow()))
            waiting.TryRemove(old);
        waiting[request.Id] = (request, clock.GetUtcNow() + Lifetime);
    }

    public DeepLinkingRequest? Find(string id) =>
        waiting.TryGetValue(id, out var entry) && entry.Expires > clock.GetUtcNow() ? entry.Request : null;

    /// <returns>False when somebody else was quicker.</returns>
    public bool Finish(string id) => waiting.TryRemove(id, out _);
}
