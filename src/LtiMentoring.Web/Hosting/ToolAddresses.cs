namespace LtiMentoring.Web.Hosting;

/// <summary>The addresses that a platform is given, or a badge names. They never change.</summary>
static class ToolAddresses
{
    public const string JwksPath = "/.well-known/jwks.json";

    public static string Login(Settings settings) => settings.PublicUrl + "/lti/login";

    public static string Login(Settings settings, Guid registration) => $"{Login(settings)}/{registration}";

    public static string Launch(Settings settings) => settings.PublicUrl + "/lti/launch";

    public static string Jwks(Settings settings) => settings.PublicUrl + JwksPath;

    /// <summary>Where one of the keys is found alone.</summary>
    public static string Jwk(Settings settings, string kid) => $"{Jwks(settings)}/{kid}";
}
