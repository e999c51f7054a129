using System.Text.Json;

namespace LtiMentoring.Lti.Services;

/// <summary>What a platform answered, or that it did not.</summary>
/// <param name="Status">The HTTP status; 0 when no answer came, or none that can be read.</param>
/// <param name="Reason">The reason phrase; Moodle puts its explanation there. Without an answer: what happened instead.</param>
/// <param name="Body">The body, read as UTF-8.</param>
/// <param name="RetryAfter">How long the platform asks to be left alone; never negative, null when it does not say.</param>
public sealed record Answer(int Status, string Reason, string Body, TimeSpan? RetryAfter)
{
    /// <summary>Whether this answered the request for an access token: the platform never saw what was to be sent.</summary>
    public bool IsAboutToken { get; init; }

    /// <summary>Why the address was not even called; null when it was.</summary>
    public OutboundRefusal? NotCalled { get; init; }

    const int LongestWords = 500;

    /// <summary>Where a list goes on: the absolute address in the Link header's <c>rel="next"</c> (RFC 8288), or null.</summary>
    public string? Next { get; init; }

    /// <summary>
    /// Where to ask later for what changed since: the absolute address in the Link header's <c>rel="differences"</c> (NRPS
    /// 2.0, section 2.4.3), or null.
    /// </summary>
    public string? Differences { get; init; }

    /// <summary>No answer, or none of use: the network, the time limit, the size limit, or a body that cannot be read.</summary>
    public static Answer None(string why) => new(0, why, "", null);

    /// <summary>Whether the platform did what it was asked.</summary>
    public bool Succeeded => Status is >= 200 and < 300;

    /// <summary>The platform's own words, short enough to keep and to show: one line of at most 500 characters.</summary>
    public string Words
    {
        get
        {
            var status = $"{Status} {Reason}".TrimEnd();
            var words = Status == 0 ? Reason : string.IsNullOrWhiteSpace(Body) ? status : $"{status}: {Body}";
            return Excerpt.Of(words, LongestWords, instead: ' ').Trim();
        }
    }

    /// <summary>What <paramref name="read"/> finds in a body that is JSON of this kind; a failure when it is not, or finds null.</summary>
    internal (T? Found, Answer Answer) Read<T>(JsonValueKind kind, Func<JsonElement, T?> read) where T : class
    {
        try
        {
            using var json = JsonDocument.Parse(Body);
            if (json.RootElement.ValueKind == kind && read(json.RootElement) is { } found)
                return (found, this);
        }
        // InvalidOperationException: names with half a letter in them.
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
        }
        return (null, None($"the answer cannot be read: {Words}"));
    }

    /// <summary>The answer without a secret that was sent. Pages made for developers echo the request, and words are kept.</summary>
    internal Answer Without(string secret) => this with
    {
        Reason = Reason.Replace(secret, "[left out]", StringComparison.Ordinal),
        Body = Body.Replace(secret, "[left out]", StringComparison.Ordinal),
    };
}
