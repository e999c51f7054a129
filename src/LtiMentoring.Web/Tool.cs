using System.Text.Encodings.Web;
using System.Text.Unicode;
using LtiMentoring.Lti.Services;
using LtiMentoring.Training.Curriculum;
using LtiMentoring.Web.Author;
using LtiMentoring.Web.Complete;
using LtiMentoring.Web.Hosting;
using LtiMentoring.Web.Launch;
using LtiMentoring.Web.Learn;
using LtiMentoring.Web.Operate;
using LtiMentoring.Web.PassBack;
using LtiMentoring.Web.Practice;
using LtiMentoring.Web.Shared;
using LtiMentoring.Web.Storage;
using LtiMentoring.Web.Track;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.Extensions.WebEncoders;

namespace LtiMentoring.Web;

/// <summary>The whole tool as one web application: its rooms, in the order in which a request meets them.</summary>
public static class Tool
{
    /// <summary>No form of ours is longer than this, in bytes; words are cut at far less.</summary>
    const long LongestRequest = 2 * 1024 * 1024;
    const int LongestAddress = 16 * 1024;

    /// <summary>What every verb's help says of its settings.</summary>
    public const string SettingsOfVerbs = "Works beside the serving tool, with its settings (environment or appsettings.json): Database or DataDirectory, PublicUrl.";

    /// <param name="args">Settings from the command line, as --Name=value.</param>
    /// <param name="adjust">For tests: another clock, other waits.</param>
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? adjust = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = args,
            ApplicationName = typeof(Tool).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
        });
        // Without this, a program that was built but not published serves empty files outside Development.
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LongestRequest;
            // A login that is looked at for cookies travels in an address, protected and so longer than it came.
            kestrel.Limits.MaxRequestLineSize = LongestAddress;
        });
        var settings = Settings.Read(builder.Configuration);
        if (string.IsNullOrEmpty(builder.Configuration["urls"]))
            builder.WebHost.UseUrls(Settings.DefaultPublicUrl);
        AddServices(builder.Services, settings);
        adjust?.Invoke(builder);
        var app = builder.Build();
        UseRooms(app, settings);
        return app;
    }

    static void AddServices(IServiceCollection services, Settings settings)
    {
        services.AddSingleton(settings);
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(new Waits());
        services.AddSingleton(new ShippedCourse(CourseFolder.Read(settings.CourseDirectory), settings.CourseDirectory));
        services.AddStorage(settings);
        services.AddSingleton(provider => Outbound.Create(settings, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<CurrentToolKey>(provider => provider.GetRequiredService<ToolKeys>().CurrentAsync);
        services.AddSingleton<AccessTokens>();
        services.AddSingleton<LtiServices>();
        services.AddScoped<CurrentSession>();
        services.AddScoped<Sessions>();
        services.AddScoped<KeptWords>();
        services.AddScoped<CourseWords>();
        services.AddScoped<DistrictTime>();
        services.AddScoped<Districts>();
        services.AddScoped<CourseDesk>();
        services.AddScoped<LessonWork>();
        services.AddScoped<OwnWords>();
        services.AddScoped<DistrictRecord>();
        services.AddScoped<Place>();
        services.AddOperate();
        services.AddLaunch();
        services.AddPractice();
        services.AddPassBack();
        services.AddTrack();
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.AddSingleton<IAntiforgery, FormToken>();
        services.AddAccess();
        services.AddHealthChecks().AddCheck<DatabaseHealth>("database");
        services.AddRazorPages(pages =>
        {
            foreach (var page in (string[])["/Launch/Login", "/Launch/Check", "/Launch/Launch", "/Launch/Browser", "/Complete/Verify", "/Hosting/Problem", "/Operate/Enter", "/Operate/Invited"])
                pages.Conventions.AllowAnonymousToPage(page);
            pages.Conventions.AuthorizeFolder("/Operate", Access.Operator);
            pages.Conventions.AuthorizeFolder("/Track", Access.Administrator);
            pages.Conventions.AuthorizePage("/Author/Picker", Access.Place);
            pages.Conventions.AuthorizePage("/Complete/Review", Access.Review);
            pages.Conventions.AuthorizePage("/Complete/Privacy", Access.Privacy);
        }).WithRazorPagesAtContentRoot();
    }

    static void UseRooms(WebApplication app, Settings settings)
    {
        app.UseSecurityHeaders(settings);
        app.UsePublicPath(settings);
        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandlingPath = "/problem/500", SuppressDiagnosticsCallback = _ => true });
        app.UseStatusCodePagesWithReExecute("/problem/{0}");
        app.UseKnownMethods();
        app.UseReadableForms();
        app.UseMiddleware<SessionPath>();
        // Explicitly here: pages are found by the path that SessionPath left.
        app.UseRouting();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapStaticAssets().AllowAnonymous();
        app.MapHealthChecks("/healthz").AllowAnonymous();
        app.MapToolKeys();
        app.MapNotices();
        app.MapCourseFiles();
        app.MapCheckInFile();
        app.MapOwnWords();
        app.MapUnsentWords();
        app.MapBadge();
        app.MapGuideFiles();
        app.MapRazorPages().WithStaticAssets();
    }
}
