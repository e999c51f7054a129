using Microsoft.AspNetCore.WebUtilities;

namespace LtiMentoring.SampleLms.Registering;

/// <summary>Leave for one tool to register itself once.</summary>
sealed record Invitation(string Id, string Token, string ToolAddress, RegistrationQuirks Quirks, DateTimeOffset Expires)
{
    /// <summary>The tool that came of it.</summary>
    public string? ClientId { get; init; }

    public string ToolOrigin => new Uri(ToolAddress).GetLeftPart(UriPartial.Authority);

    public string Endpoint(string lms) => $"{lms}/lti/register?invitation={Id}";

    /// <summary>The tool's address with what the tool needs to go on. What stood in its query stays.</summary>
    public string Address(string lms)
    {
        var configuration = new UriBuilder($"{lms}/.well-known/openid-configuration?invitation={Id}");
        if (Quirks.OtherHost is { } host)
            configuration.Host = host;
        var address = QueryHelpers.AddQueryString(ToolAddress, "openid_configuration", configuration.Uri.AbsoluteUri);
        return Quirks.NoToken ? address : QueryHelpers.AddQueryString(address, "registration_token", Token);
    }

    public bool Admits(HttpRequest request) => Quirks.NoToken || request.Headers.Authorization == $"Bearer {Token}";
}
