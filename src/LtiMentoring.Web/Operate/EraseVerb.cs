using System.CommandLine;
using LtiMentoring.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace LtiMentoring.Web.Operate;

/// <summary>erase: one person, with everything that is kept of them, for an LMS that has no data privacy launch.</summary>
static class EraseVerb
{
    static readonly string[] AllDistricts = [MentoringDb.DistrictFilter];

    public static Command Command()
    {
        var issuer = new Option<string>("--issuer") { Description = "The LMS's issuer, letter by letter as it sends it.", Required = true };
        var subject = new Option<string>("--subject") { Description = "The LMS's id for the person (sub, the user id).", Required = true };
        var isSure = new Option<bool>("--sure") { Description = "Do it. Left out: only say whom it would be." };
        var command = new Command("erase", $"Erase one person with everything that is kept of them. {Tool.SettingsOfVerbs}") { issuer, subject, isSure };
        command.SetAction((parsed, cancel) => RunAsync(parsed.GetRequiredValue(issuer), parsed.GetRequiredValue(subject), parsed.GetValue(isSure), cancel));
        return command;
    }

    static async Task<int> RunAsync(string issuer, string subject, bool isSure, CancellationToken cancel)
    {
        await using var app = Tool.Build([]);
        await app.PrepareBesideAsync(cancel);
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<MentoringDb>();
        var asked = db.People.IgnoreQueryFilters(AllDistricts).Where(row => row.Issuer == issuer && row.Subject == subject && row.Subject != "");
        var found = await (
            from person in asked
            join district in db.Districts on person.DistrictId equals district.Id
            select new { person.Name, person.SeenAt, District = district.Name }).ToListAsync(cancel);
        if (found.Count == 0)
            throw new OperatorException(await db.Registrations.AnyAsync(row => row.Issuer == issuer, cancel) || await db.People.IgnoreQueryFilters(AllDistricts).AnyAsync(row => row.Issuer == issuer, cancel)
                ? $"Nothing is kept about {subject} of {issuer}."
                : $"No LMS has the issuer {issuer} here. The command platforms list shows those that are known, letter by letter.");
        foreach (var person in found)
            Console.WriteLine($"{person.Name ?? "somebody without a name"}, {person.District}, last here {(person.SeenAt is { } at ? $"{at:yyyy-MM-dd}" : "never")}");
        if (isSure)
            await db.WriteAsync(() => asked.ExecuteDeleteAsync(cancel), cancel);
        Console.WriteLine(isSure
            ? "Erased. The gradebook keeps what it was told. Whoever comes again begins anew; a course group that still names them brings their name back."
            : "Nothing is erased yet. To do it, add --sure.");
        return 0;
    }
}
