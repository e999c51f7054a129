using LtiMentoring.Journeys.Browsers;
using LtiMentoring.Journeys.Hosts;
using LtiMentoring.Journeys.Walks;
using LtiMentoring.SampleLms.District;
using LtiMentoring.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace LtiMentoring.Journeys.Pages;

/// <summary>People in every state that a page can meet, each at a browser with the tool open in the LMS's frame.</summary>
public sealed class Cast(Stage stage, string? course = null) : IAsyncDisposable
{
    /// <summary>Where the conversation begins.</summary>
    public const string Start = $"/practice/{ModuleWalk.Module}/{ModuleWalk.RolePlay}";

    readonly Dictionary<string, Seat> seats = [];
    TwoSites? sites;
    Rendered? rendered;

    /// <summary>Sites of its own, so that the last page rendered is the page that is looked at.</summary>
    public async Task<TwoSites> SitesAsync()
    {
        sites ??= await TwoSites.StartAsync(course: course);
        rendered ??= new Rendered(sites.Tool);
        return sites;
    }

    public async Task<Rendered> RenderedAsync()
    {
        await SitesAsync();
        return rendered!;
    }

    /// <summary>Opened the activity for the first time.</summary>
    public Task<Seat> NewcomerAsync() => SeatAsync("Nell", Roles.Learner);

    public Task<Seat> NewcomerInSpanishAsync() => SeatAsync("Nuria", Roles.Learner, locale: "es");

    public Task<Seat> TrainerAsync() => SeatAsync("Tess", Roles.Instructor);

    public Task<Seat> AdministratorAsync() => SeatAsync("Ada", Roles.InstitutionAdministrator);

    /// <summary>Begins the conversation, which a newcomer never does.</summary>
    public Task<Seat> BeginnerAsync(string locale = "en") => SeatAsync($"Bo{locale}", Roles.Learner, locale: locale);

    /// <summary>Two lines into the conversation.</summary>
    public Task<Seat> HalfwayAsync() => SeatAsync("Hal", Roles.Learner, async (_, walk) =>
    {
        await walk.ReadAsync();
        await walk.BeginConversationAsync();
        await walk.SayAsync([.. ModuleWalk.Listening.Take(2)]);
    });

    /// <summary>At an ending, with nothing written about it.</summary>
    public Task<Seat> AtTheEndAsync() => SeatAsync("Enid", Roles.Learner, async (seat, walk) =>
    {
        await seat.OpenAsync(Start);
        await walk.BeginConversationAsync();
        await walk.SayAsync(ModuleWalk.HandingOver);
    });

    public Task<Seat> FinishedAsync() => SeatAsync("Fern", Roles.Learner, (_, walk) => walk.WholeModuleAsync());

    /// <summary>A trainer who played the conversation to its debrief.</summary>
    public Task<Seat> TrainerAtTheDebriefAsync() => SeatAsync("Tove", Roles.Instructor, async (seat, walk) =>
    {
        await seat.OpenAsync(Start);
        await walk.BeginConversationAsync();
        await walk.SayAsync(ModuleWalk.HandingOver);
        await walk.ReflectAsync();
    });

    /// <summary>A stranger with a window of their own.</summary>
    public async Task<Seat> StrangerAsync() => await WindowAsync("Stan");

    /// <summary>Whoever runs the tool, in the operator's pages.</summary>
    public async Task<Seat> OperatorAsync()
    {
        if (seats.TryGetValue("Olga", out var known))
            return known;
        var seat = await WindowAsync("Olga");
        await seat.Tool.GotoAsync(await OperatorLinkAsync());
        await new Mouse().PressAsync(seat.Tool.Locator("main form .btn"));
        await seat.Tool.Locator("header.bar nav").WaitForAsync();
        return seat;
    }

    public async Task<string> OperatorLinkAsync() => await (await SitesAsync()).OperatorLinkAsync();

    async Task<Seat> WindowAsync(string name)
    {
        await SitesAsync();
        if (seats.TryGetValue(name, out var known))
            return known;
        var seat = seats[name] = await Seat.TakeAsync(stage.Chromium, sites!, sites!.NewPerson(name));
        seat.LeaveFrame();
        return seat;
    }

    /// <summary>Did what each lesson of the course with every kind asks for.</summary>
    public Task<Seat> KeeperAsync() => SeatAsync("Kay", Roles.Learner, (seat, _) => new KindsWalk(seat).FinishFirstAsync());

    /// <summary>At this page, thirteen hours after it was opened.</summary>
    public async Task<Seat> LateAsync(string path)
    {
        var seat = await SeatAsync($"Lou{seats.Count}", Roles.Learner);
        await seat.OpenAsync(path);
        await sites!.Tool.WriteAsync(db => db.Sessions.Where(row => db.People.Any(person => person.Id == row.PersonId && person.Subject == seat.Person.Sub))
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.SeenAt, row => row.SeenAt.AddHours(-13))));
        return seat;
    }

    /// <summary>Staff whose launch asked for something else than the course; trainers, unless another role is given.</summary>
    public async Task<Seat> SentForAsync(SessionPurpose purpose, string? request, string name, string role = Roles.Instructor)
    {
        var seat = await SeatAsync(name, role);
        await sites!.Tool.WriteAsync(db => db.Sessions.Where(row => db.People.Any(person => person.Id == row.PersonId && person.Subject == seat.Person.Sub))
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Purpose, purpose).SetProperty(row => row.Request, request)));
        return seat;
    }

    async Task<Seat> SeatAsync(string name, string role, Func<Seat, ModuleWalk, Task>? walk = null, string locale = "en")
    {
        if (seats.TryGetValue(name, out var known))
            return known;
        await SitesAsync();
        var seat = seats[name] = await Seat.TakeAsync(stage.Chromium, sites!, sites!.NewPerson(name, role, locale));
        var tool = await seat.LaunchAsync();
        await (walk?.Invoke(seat, new ModuleWalk(tool, new Mouse())) ?? Task.CompletedTask);
        return seat;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var seat in seats.Values)
            await seat.DisposeAsync();
        rendered?.Dispose();
        await (sites?.DisposeAsync() ?? ValueTask.CompletedTask);
    }
}
