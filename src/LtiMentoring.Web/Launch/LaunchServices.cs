using LtiMentoring.Lti.Launch;
using LtiMentoring.Lti.Notices;
using LtiMentoring.Web.Hosting;

namespace LtiMentoring.Web.Launch;

static class LaunchServices
{
    public static void AddLaunch(this IServiceCollection services)
    {
        services.AddSingleton<LoginTokens>();
        services.AddSingleton<PlatformKeys>();
        services.AddSingleton<LaunchVerifier>();
        services.AddSingleton<NoticeVerifier>();
        services.AddScoped<Registrations>();
        services.AddScoped<Notices>();
        services.AddScoped<NoticeSubscriptions>();
        services.AddHostedService<NoticeSubscriber>();
        services.AddScoped<SignIn>();
    }

    /// <summary>The login, as the address at the platform where the browser goes next.</summary>
    public static string AuthenticationRequest(this LoginTokens tokens, PendingLogin login, Lti.Platform platform, Settings settings) =>
        login.Request.AuthenticationRequest(platform, ToolAddresses.Launch(settings), tokens.Protect(login.State), login.State.Nonce);
}
