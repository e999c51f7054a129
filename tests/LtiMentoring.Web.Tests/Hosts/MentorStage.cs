using LtiMentoring.Web.Storage;
using LtiMentoring.Web.Tests.Launch;
using LtiMentoring.Web.Tests.Machine;
using Microsoft.EntityFrameworkCore;

namespace LtiMentoring.Web.Tests.Hosts;

/// <summary>A tool in which people arrive by real launches, each test with a person of its own.</summary>
public class MentorStage : IAsyncLifetime
{
    readonly LaunchStage launches;
    int people;

    public MentorStage() : this([]) { }

    protected MentorStage(string[] settings, PostgresServer? server = null) => launches = new LaunchStage { Settings = settings, Server = server };

    /// <summary>The same on the other database.</summary>
    public sealed class Postgres(PostgresServer server) : MentorStage([], server);

    public ToolHost Tool => launches.Tool;
    public ManualClock Clock => launches.Clock;

    public ValueTask InitializeAsync() => launches.InitializeAsync();

    public async ValueTask DisposeAsync()
    {
        await launches.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>A new person, in the course in this role.</summary>
    public Task<MentorWalk> ArriveAsync(string role = "Learner", string? subject = null, string locale = "en-US", string? module = null) =>
        ArriveAsync(new Visitor(), role, subject ?? $"person-{Interlocked.Increment(ref people)}", locale, module);

    public async Task<MentorWalk> ArriveAsync(Visitor visitor, string role, string subject, string locale = "en-US", string? module = null)
    {
        var home = await launches.LaunchAsync(visitor, new LaunchCase
        {
            About = "a person arrives",
            Expect = "",
            Payload = new()
            {
                ["sub"] = subject,
                ["https://purl.imsglobal.org/spec/lti/claim/roles"] = new System.Text.Json.Nodes.JsonArray($"http://purl.imsglobal.org/vocab/lis/v2/membership#{role}"),
                ["https://purl.imsglobal.org/spec/lti/claim/resource_link"] = new System.Text.Json.Nodes.JsonObject { ["id"] = $"link-{module ?? "1"}" },
                ["https://purl.imsglobal.org/spec/lti/claim/custom"] = module is null ? null : new System.Text.Json.Nodes.JsonObject { ["module"] = module },
                ["https://purl.imsglobal.org/spec/lti/claim/launch_presentation"] = new System.Text.Json.Nodes.JsonObject { ["locale"] = locale },
            },
        });
        Assert.Equal(200, home.Status);
        return new MentorWalk(visitor, home);
    }

    /// <summary>A launch that asks for something else than the course, by somebody in this role.</summary>
    public Task<Page> SendAsync(Visitor visitor, string messageType, string role, System.Text.Json.Nodes.JsonObject more) =>
        launches.LaunchAsync(visitor, new LaunchCase
        {
            About = messageType,
            Expect = "",
            Payload = new(more.Select(claim => KeyValuePair.Create(claim.Key, claim.Value?.DeepClone())))
            {
                ["sub"] = $"sender-{Interlocked.Increment(ref people)}",
                ["https://purl.imsglobal.org/spec/lti/claim/message_type"] = messageType,
                ["https://purl.imsglobal.org/spec/lti/claim/roles"] = new System.Text.Json.Nodes.JsonArray(role),
            },
        });

    /// <summary>Rows of one person.</summary>
    public Task<List<T>> RowsAsync<T>(string subject, Func<MentoringDb, Guid, IQueryable<T>> query) => Tool.ReadAsync(async db =>
    {
        db.DistrictId = await db.Districts.Select(district => district.Id).SingleAsync();
        return await query(db, await db.People.Where(person => person.Subject == subject).Select(person => person.Id).SingleAsync()).ToListAsync();
    });
}
