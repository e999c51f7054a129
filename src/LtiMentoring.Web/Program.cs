using System.CommandLine;
using LtiMentoring.Training.Curriculum;
using LtiMentoring.Web.Author;
using LtiMentoring.Web.Operate;
using LtiMentoring.Web.Storage;
using Microsoft.AspNetCore.Connections;

namespace LtiMentoring.Web;

/// <summary>The program's verbs. Without one it serves.</summary>
static class Program
{
    static async Task<int> Main(string[] args)
    {
        var root = new RootCommand("LtiMentoring: peer mentor training that a school's LMS launches.")
        {
            Serve(args), Migrate(), OperatorLinkVerb.Command(), PlatformsVerb.Command(), EraseVerb.Command(), CourseVerb.Command(),
        };
        // Without a verb, what follows are settings of the server.
        var verb = args is [] || args[0].StartsWith("--", StringComparison.Ordinal) && args[0] is not ("--help" or "--version") ? ["serve", .. args] : args;
        try
        {
            return await root.Parse(verb).InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        // The framework reads appsettings.json, and says which file and line it cannot read.
        catch (InvalidDataException e)
        {
            await Console.Error.WriteLineAsync($"{e.Message} {e.InnerException?.Message}");
            return 1;
        }
        catch (Exception e) when (e is SettingsException or CourseBrokenException or DatabaseAwayException or OperatorException)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return 1;
        }
    }

    static Command Serve(string[] args)
    {
        var command = new Command("serve", "Start the tool (the default). --urls=http://127.0.0.1:5100 says where it listens; any setting may follow as --Name=value.") { TreatUnmatchedTokensAsErrors = false };
        command.SetAction((_, cancel) => ServeAsync(args, cancel));
        return command;
    }

    static Command Migrate()
    {
        var command = new Command("migrate", "Bring the database to this version, and stop.");
        command.SetAction(async (_, cancel) =>
        {
            await using var app = Tool.Build([]);
            await app.PrepareAsync(cancel);
            Console.WriteLine($"The database is up to date: {app.Services.GetRequiredService<Settings>().DatabaseName}");
            return 0;
        });
        return command;
    }

    static async Task<int> ServeAsync(string[] args, CancellationToken cancel)
    {
        await using var app = Tool.Build([.. args.SkipWhile(argument => argument == "serve")]);
        await app.PrepareAsync(cancel);
        await OperatorLinkVerb.PrintAtFirstStartAsync(app.Services, cancel);
        try
        {
            await app.RunAsync(cancel);
        }
        catch (IOException e) when (e.InnerException is AddressInUseException)
        {
            throw new SettingsException($"{e.Message} Choose another address with --urls.");
        }
        catch (FormatException e)
        {
            throw new SettingsException($"--urls says no address: {e.Message} An example: --urls=http://127.0.0.1:5100");
        }
        return 0;
    }
}
