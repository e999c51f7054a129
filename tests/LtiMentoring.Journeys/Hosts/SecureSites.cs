using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using LtiMentoring.Lti.Services;
using LtiMentoring.SampleLms;
using LtiMentoring.Web.Operate;
using LtiMentoring.Web.Tests.Hosts;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace LtiMentoring.Journeys.Hosts;

/// <summary>The tool and an LMS over https, under names of two registrable domains, as in a district.</summary>
static class SecureSites
{
    public const string LmsHost = "lms.lakeview-schools.test";
    public const string ToolHostName = "tool.peer-mentoring.test";

    public static async Task<(TwoSites Sites, IAsyncDisposable[] Fronts)> StartAsync()
    {
        using var certificate = Certificate();
        var (lmsFront, toolFront) = (new TlsFront(Usable(certificate)), new TlsFront(Usable(certificate)));
        var lmsAddress = $"https://{LmsHost}:{lmsFront.Port}";
        var toolAddress = $"https://{ToolHostName}:{toolFront.Port}";
        var program = SampleLmsApp.Build(new SampleLmsOptions { PublicAddress = lmsAddress });
        await program.StartAsync();
        // Behind the two fronts, tool and LMS reach each other directly; only browsers come by the names.
        var inside = program.Urls.First();
        var port = ToolHost.FreePort();
        var tool = await ToolHost.StartAsync(
            services: services => services.AddSingleton(provider => new LtiHttp(new OutboundGuard(new Uri("http://127.0.0.1"), []), provider.GetRequiredService<TimeProvider>())),
            settings: [$"--urls=http://127.0.0.1:{port}", $"--PublicUrl={toolAddress}"]);
        lmsFront.Serve(new Uri(inside).Port);
        toolFront.Serve(port);
        var lms = program.Services.GetRequiredService<Lms>();
        lms.Registration = lms.Registration with
        {
            LoginUrl = $"{toolAddress}/lti/login",
            RedirectUrls = [$"{toolAddress}/lti/launch"],
            TargetLinkUrl = $"{toolAddress}/lti/launch",
            JwksUrl = $"http://127.0.0.1:{port}/.well-known/jwks.json",
        };
        await tool.RegisterAsync(new NewPlatform(
            lmsAddress, lms.Registration.ClientId, lms.Registration.Deployments[0], $"{lmsAddress}/lti/authorize", $"{inside}/lti/token", $"{inside}/lti/jwks",
            "Sample LMS", [], "Lakeview Unified School District", "America/Chicago"));
        return (new TwoSites(program, tool), [lmsFront, toolFront]);
    }

    static X509Certificate2 Certificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=test", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(LmsHost);
        names.AddDnsName(ToolHostName);
        request.CertificateExtensions.Add(names.Build());
        var now = TimeProvider.System.GetUtcNow();
        return request.CreateSelfSigned(now.AddDays(-1), now.AddDays(7));
    }

    /// <summary>A key that lives only in memory serves no TLS on some systems.</summary>
    static X509Certificate2 Usable(X509Certificate2 made) => X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null);
}
