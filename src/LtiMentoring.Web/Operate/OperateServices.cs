namespace LtiMentoring.Web.Operate;

static class OperateServices
{
    public static void AddOperate(this IServiceCollection services)
    {
        services.AddScoped<Platforms>();
        services.AddScoped<OneTimeLinks>();
    }
}
