using System.Net.Http.Headers;
using System.Text;

namespace LtiMentoring.Lti.Services;

/// <summary>
/// Every request that this tool sends to a platform goes through here: with a time limit, a size limit, no cookies and
/// no redirects. A platform that is away is an answer too, not an exception.
/// </summary>
public sealed class LtiHttp : IDisposable
{
    /// <summary>From the first byte sent to the last byte read.</summary>
    public static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(10);

    /// <summary>The longest body that is read, in bytes.</summary>
    public const int SizeLimit = 1024 * 1024;

    readonly HttpClient client;

    /// <param name="handler">Makes the connections; must not follow redirects.</param>
    public LtiHttp(HttpMessageHandler handler)
    {
        client = new HttpClient(handler) { Timeout = TimeLimit, MaxResponseContentBufferSize = SizeLimit };
        // Canvas refuses requests that do not say who sends them.
        client.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("LtiMentoring", "1.0"));
    }

    /// <summary>Sends one request and reads the whole answer.</summary>
    public async Task<Answer> SendAsync(HttpRequestMessage request, CancellationToken cancel)
    {
        try
        {
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseContentRead, cancel);
            // Read as UTF-8 whatever the charset says: a made-up charset must not become an exception.
            var body = Encoding.UTF8.GetString(await response.Content.ReadAsByteArrayAsync(cancel));
            return new Answer((int)response.StatusCode, response.ReasonPhrase ?? "", body, RetryAfter(response));
        }
        catch (TaskCanceledException) when (!cancel.IsCancellationRequested)
        {
            return Answer.None($"no answer within {TimeLimit.TotalSeconds:0} seconds");
        }
        catch (HttpRequestException e)
        {
            return Answer.None(e.HttpRequestError == HttpRequestError.ConfigurationLimitExceeded
                ? $"the answer is longer than {SizeLimit / 1024} KB" : e.Message);
        }
    }

    static TimeSpan? RetryAfter(HttpResponseMessage response) => response.Headers.RetryAfter switch
    {
        { Delta: { } seconds } => seconds,
        { Date: { } date } => date - (response.Headers.Date ?? date),
        _ => null,
    };

    public void Dispose() => client.Dispose();
}
