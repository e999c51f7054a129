using LtiMentoring.Web.Storage;
using Microsoft.AspNetCore.Authorization;

namespace LtiMentoring.Web.Hosting;

/// <summary>Who reaches which pages. Whatever says nothing of itself needs a session for the course.</summary>
static class Access
{
    /// <summary>The claim that says what a session's launch asked for.</summary>
    public const string Purpose = "purpose";

    /// <summary>The operator's pages.</summary>
    public const string Operator = "Operator";

    /// <summary>An administrator's session for the course.</summary>
    public const string Administrator = "Administrator";

    /// <summary>Staff who choose what to place in their LMS course.</summary>
    public const string Place = "Place";

    /// <summary>Staff who look at one person's completion.</summary>
    public const string Review = "Review";

    /// <summary>Whoever asks what is kept about people.</summary>
    public const string Privacy = "Privacy";

    public static void AddAccess(this IServiceCollection services)
    {
        services.AddScoped<CurrentOperator>();
        services.AddAuthentication(SessionScheme.Name)
            .AddScheme<Microsoft.AspNetCore.Authentication.AuthenticationSchemeOptions, SessionScheme>(SessionScheme.Name, null)
            .AddScheme<Microsoft.AspNetCore.Authentication.AuthenticationSchemeOptions, OperatorScheme>(OperatorScheme.Name, null);
        services.AddAuthorizationBuilder()
            .SetFallbackPolicy(Session(SessionPurpose.Course).Build())
            .AddPolicy(Operator, new AuthorizationPolicyBuilder(OperatorScheme.Name).RequireAuthenticatedUser().Build())
            .AddPolicy(Administrator, Session(SessionPurpose.Course).RequireRole(nameof(Role.Administrator)).Build())
            .AddPolicy(Place, Session(SessionPurpose.Place).RequireRole(nameof(Role.Trainer), nameof(Role.Administrator)).Build())
            .AddPolicy(Review, Session(SessionPurpose.Review).RequireRole(nameof(Role.Trainer), nameof(Role.Administrator)).Build())
            .AddPolicy(Privacy, Session(SessionPurpose.Privacy).Build());
    }

    static AuthorizationPolicyBuilder Session(SessionPurpose purpose) =>
        new AuthorizationPolicyBuilder(SessionScheme.Name).RequireAuthenticatedUser().RequireClaim(Purpose, purpose.ToString());
}
