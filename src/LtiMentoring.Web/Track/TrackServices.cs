namespace LtiMentoring.Web.Track;

static class TrackServices
{
    public static void AddTrack(this IServiceCollection services)
    {
        services.AddScoped<Roster>();
        services.AddScoped<CohortList>();
        services.AddHostedService<CohortReader>();
    }
}
