using System.Net.Http.Headers;
using System.Text;

namespace LtiMentoring.Lti.Services;

/// <summary>
/// Every request that this tool sends to a platform goes through here: to where <see cref="OutboundGuard"/> lets it, with a
/// time limit, a size limit and no cookies. Of redirects, one is followed, and only from something read to the same site: Open edX
/// puts a slash behind the address of its results by one. A platform that is away is an answer too, not an exception.
/// </summary>
public sealed class LtiHttp : IDisposable
{
    /// <summary>From the first byte sent to the last byte read.</summary>
    public static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(10);

    /// <summary>The longest body that is read, in bytes.</summary>
    public const int SizeLimit = 1024 * 1024;

    readonly HttpClient client;
    readonly TimeProvider clock;
    readonly TimeSpan timeLimit;

    /// <param name="guard">Decides where connections go.</param>
    /// <param name="clock">Tells how far away a date in a Retry-After header is; the system's when left out.</param>
    /// <param name="timeLimit">Another limit than <see cref="TimeLimit"/>.</param>
    public LtiHttp(OutboundGuard guard, TimeProvider? clock = null, TimeSpan? timeLimit = null)
    {
        this.clock = clock ?? TimeProvider.System;
        this.timeLimit = timeLimit ?? TimeLimit;
        // The limits are set for each request: that of the client would end with the headers.
        client = new HttpClient(guard.Connections()) { Timeout = Timeout.InfiniteTimeSpan };
        // Canvas refuses requests that do not say who sends them.
        client.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("LtiMentoring", "1.0"));
    }

    /// <summary>Sends one request and reads the whole answer. A failure of the network is an answer with status 0.</summary>
    /// <param name="request">What is asked.</param>
    /// <param name="cancel">Gives the request up.</param>
    /// <param name="longest">Another limit than <see cref="SizeLimit"/>, in bytes.</param>
    /// <exception cref="OperationCanceledException"><paramref name="cancel"/> was asked to stop.</exception>
    public async Task<Answer> SendAsync(HttpRequestMessage request, CancellationToken cancel, int longest = SizeLimit)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(timeLimit);
        try
        {
            using var first = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token);
            using var again = Redirected(request, first);
            using var second = again is null ? null : await client.SendAsync(again, HttpCompletionOption.ResponseHeadersRead, limit.Token);
            var (response, address) = (second ?? first, (again ?? request).RequestUri!);
            await response.Content.LoadIntoBufferAsync(longest, limit.Token);
            // Read as UTF-8 whatever the charset says: a made-up charset must not become an exception.
            var body = Encoding.UTF8.GetString(await response.Content.ReadAsByteArrayAsync(limit.Token));
            string[] links = response.Headers.TryGetValues("Link", out var values) ? [.. values] : [];
            // A mark in front, as some editors write it, is no part of the text, and JSON does not allow it.
            return new Answer((int)response.StatusCode, response.ReasonPhrase ?? "", body.TrimStart('\uFEFF'), RetryAfter(response.Headers))
            {
                Next = LinkHeader.Find(address, links, "next"),
                Differences = LinkHeader.Find(address, links, "differences"),
            };
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return Answer.None($"no answer within {timeLimit.TotalSeconds:0.#} seconds");
        }
        catch (HttpRequestException e) when (e.GetBaseException() is OutboundRefusedException refused)
        {
            return Answer.None(refused.Message) with { NotCalled = refused.Why };
        }
        catch (HttpRequestException e)
        {
            return Answer.None(e.HttpRequestError == HttpRequestError.ConfigurationLimitExceeded
                ? $"the answer is longer than {longest / 1024} KB" : Told(e));
        }
    }

    /// <summary>The same question at the address that the answer names; null when it names none, or one of another site.</summary>
    static HttpRequestMessage? Redirected(HttpRequestMessage request, HttpResponseMessage response)
    {
        if (request.Method != HttpMethod.Get || (int)response.StatusCode is not (301 or 302 or 307 or 308) || response.Headers.Location is not { } location)
            return null;
        var (from, to) = (request.RequestUri!, new Uri(request.RequestUri!, location));
        if (Uri.Compare(from, to, UriComponents.SchemeAndServer, UriFormat.Unescaped, StringComparison.OrdinalIgnoreCase) != 0)
            return null;
        var again = new HttpRequestMessage(HttpMethod.Get, to);
        foreach (var (name, values) in request.Headers)
            again.Headers.TryAddWithoutValidation(name, values);
        return again;
    }

    /// <summary>The message, with its cause where it only says to look there: a certificate, mostly.</summary>
    static string Told(HttpRequestException e) =>
        e.GetBaseException() is var cause && cause != e && !e.Message.Contains(cause.Message, StringComparison.Ordinal)
            ? $"{e.Message} {cause.Message}" : e.Message;

    /// <summary>In seconds or as a date (RFC 9110, section 10.2.3). The platform's own clock counts, if it tells the time.</summary>
    TimeSpan? RetryAfter(HttpResponseHeaders headers) => headers.RetryAfter switch
    {
        { Delta: { } seconds } => seconds,
        { Date: { } date } when date - (headers.Date ?? clock.GetUtcNow()) is var wait => wait > TimeSpan.Zero ? wait : TimeSpan.Zero,
        _ => null,
    };

    public void Dispose() => client.Dispose();
}
