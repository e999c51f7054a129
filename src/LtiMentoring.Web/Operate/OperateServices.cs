using LtiMentoring.Lti.Registration;
using LtiMentoring.Lti.Services;

namespace LtiMentoring.Web.Operate;

static class OperateServices
{
    public static void AddOperate(this IServiceCollection services)
    {
        services.AddScoped<Platforms>();
        services.AddScoped<OneTimeLinks>();
        services.AddScoped<ConnectionFacts>();
        services.AddScoped<ConnectionTest>();
        services.AddScoped<Registering>();
        services.AddSingleton(provider => new DynamicRegistration(provider.GetRequiredService<LtiHttp>(), provider.GetRequiredService<Settings>().IsLocal));
    }
}
