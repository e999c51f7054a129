using LtiMentoring.Web.Hosting;
using LtiMentoring.Web.Storage;

namespace LtiMentoring.Web.Practice;

static class PracticeServices
{
    public static void AddPractice(this IServiceCollection services)
    {
        services.AddScoped<StoredRuns>();
        services.AddScoped<PreviewRuns>();
        services.AddScoped<IRuns>(provider => provider.GetRequiredService<CurrentSession>().IsPreview
            ? provider.GetRequiredService<PreviewRuns>()
            : provider.GetRequiredService<StoredRuns>());
    }
}
