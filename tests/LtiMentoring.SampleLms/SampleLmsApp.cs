using System.Net;
using System.Text;

using LtiMentoring.SampleLms.DeepLinking;
using LtiMentoring.SampleLms.Faults;
using LtiMentoring.SampleLms.Grades;
using LtiMentoring.SampleLms.Groups;
using LtiMentoring.SampleLms.Keys;
using LtiMentoring.SampleLms.Launch;
using LtiMentoring.SampleLms.Notices;
using LtiMentoring.SampleLms.Pages;
using LtiMentoring.SampleLms.Registering;
using LtiMentoring.SampleLms.Requests;
using LtiMentoring.SampleLms.Roster;
using LtiMentoring.SampleLms.Tokens;

using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace LtiMentoring.SampleLms;

public static class SampleLmsApp
{
    /// <summary>Not started yet. The LMS itself is the service <see cref="Lms"/>.</summary>
    public static WebApplication Build(SampleLmsOptions options, TimeProvider? clock = null, string[]? args = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        var lms = new Lms(options, clock ?? TimeProvider.System);

        // Empty, so that neither the environment nor settings of a test project beside it reach this server.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions
        {
            Args = args,
            ApplicationName = "LtiMentoring.SampleLms",
            ContentRootPath = AppContext.BaseDirectory,
        });
        builder.WebHost.UseKestrel(kestrel => Listen(kestrel, options));
        builder.Logging.AddSimpleConsole().SetMinimumLevel(LogLevel.Warning);
        builder.Services.AddRouting();
        builder.Services.AddSingleton(options);
        builder.Services.AddSingleton(lms);
        builder.Services.AddSingleton<ToolKeys>();
        builder.Services.AddSingleton<ClientAssertion>();
        builder.Services.AddSingleton<ResponseRules>();

        builder.Services.AddSingleton<NoticeSender>();

        var app = builder.Build();
        lms.NoticeSender = app.Services.GetRequiredService<NoticeSender>();
        app.Lifetime.ApplicationStarted.Register(() => lms.Address = PublicAddress(options, app.Urls.First()));
        PageHeaders.Use(app, lms);
        RequestLog.Use(app, lms);
        FaultsInTheWay.Use(app, lms);
        Map(app, options);
        return app;
    }

    static void Map(WebApplication app, SampleLmsOptions options)
    {
        Assets.Map(app);
        SignInPage.Map(app);
        CoursePages.Map(app);
        ActivityPage.Map(app);
        GradebookPage.Map(app);
        TwoFramesPage.Map(app);
        AddActivityPage.Map(app);
        ToolFramePages.Map(app);
        CopyPage.Map(app);
        ToolsPage.Map(app);
        InvitationPage.Map(app);
        LoginInitiation.Map(app);
        SubmissionReviewMessage.Map(app);
        DataPrivacyMessage.Map(app);
        SelectContent.Map(app);
        DeepLinkingReturn.Map(app);
        AuthorizationEndpoint.Map(app);
        OpenIdConfiguration.Map(app);
        RegistrationEndpoint.Map(app);
        JwksEndpoint.Map(app);
        TokenEndpoint.Map(app);
        RosterEndpoint.Map(app);
        GroupsEndpoint.Map(app);
        NoticeHandlersEndpoint.Map(app);
        var grades = app.MapGroup("/lti/ags/{course}").ChecksMoodleType();
        LineItemEndpoints.Map(grades);
        ScoreEndpoint.Map(grades);
        ResultEndpoint.Map(grades);
        if (options.FaultsOverHttp)
            FaultEndpoints.Map(app);
    }

    static void Listen(KestrelServerOptions kestrel, SampleLmsOptions options)
    {
        kestrel.ResponseHeaderEncodingSelector = _ => Encoding.UTF8; // Moodle's Link header holds curly quotes.
        var address = new Uri(options.Address);
        var on = IPAddress.TryParse(address.Host, out var ip) ? ip : IPAddress.Loopback;
        if (address.Host == "localhost" && address.Port != 0)
            kestrel.ListenLocalhost(address.Port, Secure);
        else
            kestrel.Listen(on, address.Port, Secure); // Kestrel finds no free port for "localhost", which is two addresses.

        void Secure(ListenOptions endpoint)
        {
            if (address.Scheme == "https")
                endpoint.UseHttps(options.Certificate ?? throw new InvalidOperationException("An https address needs a certificate."));
        }
    }

    /// <summary>The name that was asked for, with the port that was found.</summary>
    static string PublicAddress(SampleLmsOptions options, string listening) => options.PublicAddress
        ?? new UriBuilder(options.Address) { Port = new Uri(listening).Port }.Uri.GetLeftPart(UriPartial.Authority);
}
