using Microsoft.Extensions.Primitives;

namespace LtiMentoring.SampleLms.Launch;

/// <summary>The OpenID Connect authentication request that the tool sends the browser back with, in the query or as a form.</summary>
sealed class AuthorizationRequest(IEnumerable<KeyValuePair<string, StringValues>> parameters)
{
    readonly Dictionary<string, StringValues> parameters = new(parameters);

    public string ClientId => this["client_id"];
    public string RedirectUri => this["redirect_uri"];
    public string LoginHint => this["login_hint"];
    public string MessageHint => this["lti_message_hint"];
    public string Nonce => this["nonce"];
    public string State => this["state"];

    string this[string name] => parameters.GetValueOrDefault(name).ToString();

    public static async Task<AuthorizationRequest> Read(HttpRequest request) => new(
        HttpMethods.IsPost(request.Method) && request.HasFormContentType ? await request.ReadFormAsync() : request.Query);

    /// <returns>An OpenID Connect error code and what is wrong, or null.</returns>
    public (string Error, string Description)? Wrong()
    {
        if (parameters.FirstOrDefault(pair => pair.Value.Count > 1).Key is { } twice)
            return ("invalid_request", $"{twice} is given more than once.");
        if (this["scope"] != "openid")
            return ("invalid_scope", "scope must be openid.");
        if (this["response_type"] != "id_token")
            return ("unsupported_response_type", "response_type must be id_token.");
        if (this["response_mode"] != "form_post")
            return ("invalid_request", "response_mode must be form_post.");
        if (this["prompt"] != "none")
            return ("invalid_request", "prompt must be none.");
        if (Nonce.Length == 0)
            return ("invalid_request", "nonce is missing.");
        return MessageHint.Length == 0 ? ("invalid_request", "lti_message_hint is missing.") : null;
    }
}
