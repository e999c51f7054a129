using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace LtiMentoring.Web.Hosting;

/// <summary>Tells authorization what <see cref="SessionPath"/> found out. There is no sign-in page: people come from their course.</summary>
sealed class SessionScheme(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string Name = "Session";

    protected override Task<AuthenticateResult> HandleAuthenticateAsync() => Task.FromResult(
        Context.User.Identity is { IsAuthenticated: true, AuthenticationType: Name }
            ? AuthenticateResult.Success(new AuthenticationTicket(Context.User, Name))
            : AuthenticateResult.NoResult());
}
