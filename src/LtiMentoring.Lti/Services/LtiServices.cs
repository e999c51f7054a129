using System.Net.Http.Headers;

namespace LtiMentoring.Lti.Services;

/// <summary>Calls a platform's services with an access token (Security Framework 1.0, section 4.1).</summary>
public sealed class LtiServices(LtiHttp http, AccessTokens tokens)
{
    /// <summary>
    /// Sends what <paramref name="request"/> makes. A token that is refused with 401 is replaced once by a fresh one:
    /// some platforms forget tokens early. A refused token request is answered with the platform's answer to it, and a
    /// failure of the network with status 0. The answer never carries the token.
    /// </summary>
    /// <param name="platform">The registration in whose name the call is made.</param>
    /// <param name="scopes">Everything that was granted for this service; nothing else may be asked for.</param>
    /// <param name="request">Makes the request; called again for the second try, since a request is sent only once.</param>
    /// <param name="cancel">Gives the call up.</param>
    /// <param name="longest">The longest answer that is read, in bytes.</param>
    /// <exception cref="OperationCanceledException"><paramref name="cancel"/> was asked to stop.</exception>
    public async Task<Answer> SendAsync(
        Platform platform, IReadOnlyCollection<string> scopes, Func<HttpRequestMessage> request, CancellationToken cancel,
        int longest = LtiHttp.SizeLimit)
    {
        var (token, failure) = await tokens.GetAsync(platform, scopes, refused: null, cancel);
        if (token is null)
            return failure!;
        var answer = await SendAsync(request, token, longest, cancel);
        if (answer.Status != 401)
            return answer;
        (var fresh, failure) = await tokens.GetAsync(platform, scopes, refused: token, cancel);
        return fresh is null ? failure! : await SendAsync(request, fresh, longest, cancel);
    }

    async Task<Answer> SendAsync(Func<HttpRequestMessage> make, string token, int longest, CancellationToken cancel)
    {
        using var request = make();
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return (await http.SendAsync(request, cancel, longest)).Without(token);
    }
}
