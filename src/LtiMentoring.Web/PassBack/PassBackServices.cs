namespace LtiMentoring.Web.PassBack;

static class PassBackServices
{
    public static void AddPassBack(this IServiceCollection services)
    {
        services.AddScoped<Columns>();
        services.AddScoped<Delivery>();
        services.AddScoped<StartedNews>();
        services.AddHostedService<ScoreSender>();
        services.AddHostedService<StartedSender>();
    }
}
