using LtiMentoring.Lti.Services;

namespace LtiMentoring.Web.Hosting;

/// <summary>The connections on which platforms are asked for keys, tokens and grades, to where the operator's settings let them.</summary>
static class Outbound
{
    public static LtiHttp Create(Settings settings, TimeProvider clock) =>
        new(new OutboundGuard(new Uri(settings.PublicUrl), settings.PrivateHosts), clock);
}
