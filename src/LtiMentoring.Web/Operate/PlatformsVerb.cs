using System.CommandLine;
using LtiMentoring.Web.Storage;

namespace LtiMentoring.Web.Operate;

/// <summary>platforms add, platforms list: registering an LMS from the command line, also while the tool serves.</summary>
static class PlatformsVerb
{
    const string Waiting = "\nOpen it once from the LMS. Then approve it in the operator's pages, where it is given to a district.";

    public static Command Command() => new("platforms", $"Register an LMS, or list those that are registered. {Tool.SettingsOfVerbs}") { Add(), List() };

    static Command Add()
    {
        var issuer = Required("--issuer", "The LMS's issuer, letter by letter as it sends it.");
        var clientId = Required("--client-id", "What the LMS calls this tool.");
        var deployment = new Option<string?>("--deployment") { Description = "The deployment id that the LMS gave. Left out: the first launch brings it, and it waits for approval." };
        var authUrl = Required("--auth-url", "Where the LMS answers logins (authentication request).");
        var tokenUrl = Required("--token-url", "Where the LMS grants access tokens.");
        var jwksUrl = Required("--jwks-url", "Where the LMS publishes its keys.");
        var name = new Option<string?>("--name") { Description = "How people call this LMS." };
        var origins = new Option<string[]>("--frame-origin")
        {
            Description = "A site that may show the tool in a frame. May be repeated. Left out: the sites of issuer and auth-url.",
            AllowMultipleArgumentsPerToken = true,
        };
        var audience = new Option<string?>("--token-audience") { Description = "Whom a request for an access token addresses. Left out: the token-url." };
        var starts = new Option<bool?>("--starts") { Description = "Tell the gradebook when somebody starts." };
        var nameless = new Option<bool?>("--nameless") { Description = "Accept launches that name nobody. They see a preview." };
        var district = new Option<string?>("--district") { Description = "The district's name. Left out: the only one there is, or a new one." };
        var timeZone = new Option<string?>("--time-zone") { Description = "The district's time zone, for example America/Chicago." };
        var command = new Command("add", "Register an LMS, or change the addresses of one.")
        {
            issuer, clientId, deployment, authUrl, tokenUrl, jwksUrl, audience, name, origins, starts, nameless, district, timeZone,
        };
        command.SetAction((parsed, cancel) => RunAsync(new NewPlatform(
            parsed.GetRequiredValue(issuer), parsed.GetRequiredValue(clientId), parsed.GetValue(deployment), parsed.GetRequiredValue(authUrl),
            parsed.GetRequiredValue(tokenUrl), parsed.GetRequiredValue(jwksUrl), parsed.GetValue(name), parsed.GetValue(origins) ?? [],
            parsed.GetValue(district), parsed.GetValue(timeZone))
        {
            TokenAudience = parsed.GetValue(audience), TellsStarted = parsed.GetValue(starts), AllowsAnonymous = parsed.GetValue(nameless),
        }, cancel));
        return command;
    }

    static Option<string> Required(string name, string description) => new(name) { Description = description, Required = true };

    static async Task<int> RunAsync(NewPlatform platform, CancellationToken cancel)
    {
        await using var app = Tool.Build([]);
        await app.PrepareBesideAsync(cancel);
        await using var scope = app.Services.CreateAsyncScope();
        var settings = scope.ServiceProvider.GetRequiredService<Settings>();
        if (!settings.IsLocal)
            CheckEncrypted(platform);
        var added = await scope.ServiceProvider.GetRequiredService<Platforms>().AddAsync(platform, cancel);
        Console.WriteLine($"""
            Registered {added.Registration.Name} ({platform.Issuer}){(added.District is { } known ? $" for {known.Name}" : "")}.{(added.District is null ? Waiting : "")}

            Give these addresses to the LMS:
              Tool (target link):   {Hosting.ToolAddresses.Launch(settings)}
              Login initiation:     {Hosting.ToolAddresses.Login(settings)}
                for an LMS that sends no client_id:
                                    {Hosting.ToolAddresses.Login(settings, added.Registration.Id)}
              Redirect (launch):    {Hosting.ToolAddresses.Launch(settings)}
              Public keys (JWKS):   {Hosting.ToolAddresses.Jwks(settings)}
            """);
        return 0;
    }

    /// <summary>An address with http would be taken here and called never.</summary>
    static void CheckEncrypted(NewPlatform platform)
    {
        foreach (var (option, address) in new[] { ("--auth-url", platform.AuthUrl), ("--token-url", platform.TokenUrl), ("--jwks-url", platform.JwksUrl) })
            if (address.StartsWith("http:", StringComparison.OrdinalIgnoreCase))
                throw new OperatorException($"{option} is \"{address}\". The tool calls nothing that does not start with https://.");
    }

    static Command List()
    {
        var command = new Command("list", "Show the registered LMSs.");
        command.SetAction(async (_, cancel) =>
        {
            await using var app = Tool.Build([]);
            await app.PrepareBesideAsync(cancel);
            await using var scope = app.Services.CreateAsyncScope();
            foreach (var line in await scope.ServiceProvider.GetRequiredService<Platforms>().ListAsync(cancel))
                Console.WriteLine(line);
            return 0;
        });
        return command;
    }
}
