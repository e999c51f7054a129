using System.CommandLine;
using LtiMentoring.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace LtiMentoring.Web.Operate;

/// <summary>operator-link: a new way into the operator's pages, whenever one is needed.</summary>
static class OperatorLinkVerb
{
    public static Command Command()
    {
        var command = new Command("operator-link", $"Print a link that opens the operator's pages, once. {Tool.SettingsOfVerbs}");
        command.SetAction(async (_, cancel) =>
        {
            await using var app = Tool.Build([]);
            await app.PrepareBesideAsync(cancel);
            await PrintAsync(app.Services, cancel);
            if (app.Services.GetRequiredService<Settings>().IsLocal)
                Console.WriteLine("That is an address on this machine. Where the tool has another one, give this command the same PublicUrl.");
            return 0;
        });
        return command;
    }

    /// <summary>While no LMS is registered, every start shows the way in. Printed, not logged: whoever reads logs is not an operator.</summary>
    public static async Task PrintAtFirstStartAsync(IServiceProvider services, CancellationToken cancel)
    {
        await using var scope = services.CreateAsyncScope();
        if (!await scope.ServiceProvider.GetRequiredService<MentoringDb>().Registrations.AnyAsync(cancel))
            await PrintAsync(scope.ServiceProvider, cancel);
    }

    static async Task PrintAsync(IServiceProvider services, CancellationToken cancel)
    {
        await using var scope = services.CreateAsyncScope();
        Console.WriteLine($"""

            Open this to set up the tool. It works once, for {OneTimeLinks.Life.TotalHours} hours:
              {await scope.ServiceProvider.GetRequiredService<OneTimeLinks>().ForOperatorAsync(cancel)}

            """);
    }
}
