using System.Net;
using System.Net.Sockets;

namespace LtiMentoring.Demo;

/// <summary>
/// The tool at 127.0.0.1 and the LMS at localhost: two different sites to a browser, so that the frame is as strange to
/// the page around it as it is in a district.
/// </summary>
sealed class Pair(DirectoryInfo data, int toolPort, int lmsPort)
{
    const string ClientId = "sample-lms-tool";
    const string Deployment = "1";

    readonly string tool = $"http://127.0.0.1:{toolPort}";
    readonly string lms = $"http://localhost:{lmsPort}";

    public async Task<int> RunAsync(CancellationToken cancel)
    {
        foreach (var port in new[] { toolPort, lmsPort })
            if (!IsFree(port))
            {
                await Console.Error.WriteLineAsync($"Port {port} is in use. Choose another with --tool-port or --lms-port.");
                return 1;
            }
        data.Create();
        // Its first link ends with the one that is shown below.
        using var toolProgram = Child.Start("Tool", ToolSettings(), ["Open this to set up", "  http"], $"--urls={tool}");
        if (!await toolProgram.AnswersAsync($"{tool}/.well-known/jwks.json", cancel) || await RegisterAsync(cancel) != 0)
            return 1;
        using var lmsProgram = Child.Start("SampleLms", [], ["Sample LMS:"],
            "--port", $"{lmsPort}", "--data", data.FullName, "--tool-name", "LtiMentoring", "--client-id", ClientId, "--deployment", Deployment,
            "--tool-login", $"{tool}/lti/login", "--tool-launch", $"{tool}/lti/launch", "--tool-jwks", $"{tool}/.well-known/jwks.json");
        if (!await lmsProgram.AnswersAsync($"{lms}/", cancel))
            return 1;
        Console.WriteLine($"""

            Ready. The sample LMS: {lms}/

              as a new mentor     {lms}/as/renata-okafor
              as a new mentor     {lms}/as/marisol-vega  (in Spanish)
              as a trainer        {lms}/as/dana-whitcomb
              as an administrator {lms}/as/kofi-mensah
              as the operator     {await OperatorLinkAsync(cancel)}  (works once)

            Stop both with Ctrl+C.
            """);
        var ended = await Task.WhenAny(toolProgram.EndAsync(cancel), lmsProgram.EndAsync(cancel));
        return cancel.IsCancellationRequested ? 0 : await ended;
    }

    async Task<int> RegisterAsync(CancellationToken cancel)
    {
        using var verb = Child.Start("Tool", ToolSettings(), ["Database", "Registered", "Give these", "  "],
            "platforms", "add", "--issuer", lms, "--client-id", ClientId, "--deployment", Deployment, "--auth-url", $"{lms}/lti/authorize",
            "--token-url", $"{lms}/lti/token", "--jwks-url", $"{lms}/lti/jwks", "--name", "Sample LMS",
            "--district", "Lakeview Unified School District", "--time-zone", "America/Chicago");
        return await verb.EndAsync(cancel);
    }

    /// <summary>Whoever looks after the tool is nobody in the LMS.</summary>
    async Task<string> OperatorLinkAsync(CancellationToken cancel)
    {
        var printed = await Child.AskAsync("Tool", ToolSettings(), cancel, "operator-link");
        return printed.Split((char[]?)null).Single(word => word.StartsWith($"{tool}/operate/", StringComparison.Ordinal));
    }

    Dictionary<string, string> ToolSettings() => new()
    {
        ["DataDirectory"] = data.FullName,
        ["PublicUrl"] = tool,
        ["Database"] = "",
    };

    static bool IsFree(int port)
    {
        try
        {
            using var probe = new TcpListener(IPAddress.Loopback, port);
            probe.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
