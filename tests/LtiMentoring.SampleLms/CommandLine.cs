using System.Globalization;

namespace LtiMentoring.SampleLms;

static class CommandLine
{
    public const string Usage = """
        Usage: LtiMentoring.SampleLms --tool-login URL --tool-launch URL --tool-jwks URL [options]
               LtiMentoring.SampleLms --fresh [options]
          --port N           the port to listen on, 5200 unless told; 0 takes a free one
          --data DIR         keeps keys, tools, courses and grades in DIR/sample-lms.json
          --tool-login URL   where the tool takes a login initiation
          --tool-launch URL  where the tool takes the id_token (its redirect URI)
          --tool-jwks URL    where the tool publishes its keys
          --tool-target URL  the target_link_uri of a launch; the launch address unless told
          --client-id ID     the tool's client id
          --deployment ID    the tool's deployment id
          --tool-name NAME   what staff read on the button that adds an activity
          --fresh            no tool from the start: register one on /admin/tools
          --faults           lets POST /faults/{name} switch faults on
        """;

    static readonly string[] Known =
        ["port", "data", "tool-login", "tool-launch", "tool-jwks", "tool-target", "tool-name", "client-id", "deployment"];

    public static SampleLmsOptions Read(string[] args)
    {
        var given = new Dictionary<string, string>();
        var (faults, fresh) = (false, false);
        for (var i = 0; i < args.Length; i++)
        {
            if (args[i] == "--faults")
                faults = true;
            else if (args[i] == "--fresh")
                fresh = true;
            else if (Known.FirstOrDefault(name => args[i] == $"--{name}") is not { } name)
                throw new FormatException($"There is no option {args[i]}.");
            else if (i + 1 == args.Length)
                throw new FormatException($"Say what --{name} is.");
            else
                given[name] = args[++i];
        }

        return new SampleLmsOptions
        {
            Address = $"http://localhost:{Port(given.GetValueOrDefault("port", "5200"))}",
            DataFolder = given.GetValueOrDefault("data"),
            FaultsOverHttp = faults,
            Fresh = fresh,
            Tool = fresh ? new() : Tool(given),
        };
    }

    static District.ToolRegistration Tool(Dictionary<string, string> given)
    {
        var tool = new District.ToolRegistration
        {
            LoginUrl = Url(given, "tool-login"),
            RedirectUrls = [Url(given, "tool-launch")],
            JwksUrl = Url(given, "tool-jwks"),
            TargetLinkUrl = Url(given, given.ContainsKey("tool-target") ? "tool-target" : "tool-launch"),
        };
        return tool with
        {
            Name = given.GetValueOrDefault("tool-name", tool.Name),
            ClientId = given.GetValueOrDefault("client-id", tool.ClientId),
            Deployments = given.TryGetValue("deployment", out var deployment) ? [deployment] : tool.Deployments,
        };
    }

    static int Port(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port <= 65535
            ? port
            : throw new FormatException($"--port {text} is not a port number.");

    static string Url(Dictionary<string, string> given, string name) =>
        !given.TryGetValue(name, out var url) ? throw new FormatException($"--{name} is missing.")
        : Uri.TryCreate(url, UriKind.Absolute, out var parsed) && parsed.Scheme is "http" or "https" ? url
        : throw new FormatException($"--{name} {url} does not start with http:// or https://.");
}
