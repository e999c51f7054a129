namespace LtiMentoring.Web.Hosting;

/// <summary>The addresses that a platform is given, or a badge names. They never change.</summary>
static class ToolAddresses
{
    public const string JwksPath = "/.well-known/jwks.json";

    public static string Login(Settings settings) => settings.PublicUrl + "/lti/login";

    public static string Login(Settings settings, Guid registration) => $"{Login(settings)}/{registration}";

    public static string Launch(Settings settings) => settings.PublicUrl + "/lti/launch";

    public const string NoticesPath = "/lti/notices";

    /// <summary>Where the platform of a registration tells what happened while nobody had the tool open.</summary>
    public static string Notices(Settings settings, Guid registration) => $"{settings.PublicUrl}{NoticesPath}/{registration}";

    public static string Jwks(Settings settings) => settings.PublicUrl + JwksPath;

    /// <summary>Where one of the keys is found alone.</summary>
    public static string Jwk(Settings settings, string kid) => $"{Jwks(settings)}/{kid}";
}
