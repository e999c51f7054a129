using System.Text.Json.Nodes;
using LtiMentoring.Web.Storage;
using LtiMentoring.Web.Tests.Hosts;
using Microsoft.EntityFrameworkCore;

namespace LtiMentoring.Web.Tests.Moodle;

/// <summary>Launches as a real Moodle 4.5 sent them, played again by the sample LMS: its own keys, nonce and clock, Moodle's claims.</summary>
public abstract class RecordedLaunchTests(MoodleStage stage)
{
    const string Resource = "https://purl.imsglobal.org/spec/lti/claim/resource_link";
    const string Roles = "https://purl.imsglobal.org/spec/lti/claim/roles";

    public sealed class OnSqlite(MoodleStage.Sqlite stage) : RecordedLaunchTests(stage), IClassFixture<MoodleStage.Sqlite>;

    public sealed class OnPostgres(MoodleStage.Postgres stage) : RecordedLaunchTests(stage), IClassFixture<MoodleStage.Postgres>;

    [Theory]
    [InlineData("student", Role.Mentor, "Hugo Mentor08")]
    [InlineData("teacher", Role.Trainer, "Tessa Teacher")]
    [InlineData("manager1", Role.Trainer, "Morgan Manager")]
    [InlineData("admin", Role.Administrator, "Admin User")]
    [InlineData("student-privacy-never", Role.Mentor, null)]
    [InlineData("teacher-copied-course", Role.Trainer, "Tessa Teacher")]
    public async Task Opens_for_whom_Moodle_sent(string recording, Role role, string? name)
    {
        var recorded = MoodleStage.ReadLaunch(recording);

        var home = await stage.LaunchAsync(recorded);

        Assert.True(home.Status == 200, home.Text);
        var (session, person) = await LastAsync();
        Assert.Equal(role, session.Role);
        Assert.Equal(recorded["sub"]!.GetValue<string>(), person.Subject);
        Assert.Equal(name, person.Name);
    }

    [Fact]
    public async Task Greets_by_no_name_a_student_of_whom_nothing_is_told()
    {
        var home = await stage.LaunchAsync(MoodleStage.ReadLaunch("student-privacy-never"));

        Assert.Equal("Welcome", home.Heading);
    }

    /// <summary>Moodle's roster writes them so; other LMSs do it in the launch as well.</summary>
    [Theory]
    [InlineData("student", "Learner", Role.Mentor)]
    [InlineData("teacher", "Instructor", Role.Trainer)]
    public async Task Understands_the_short_names_of_roles(string recording, string shortName, Role role)
    {
        var recorded = MoodleStage.ReadLaunch(recording);
        recorded[Roles] = new JsonArray(shortName);

        await stage.LaunchAsync(recorded);

        Assert.Equal(role, (await LastAsync()).Session.Role);
    }

    [Fact]
    public async Task Takes_the_gradebook_addresses_with_their_query()
    {
        var link = await LinkOfAsync("student");

        Assert.Equal("https://localhost:8443/mod/lti/services.php/2/lineitems/2/lineitem?type_id=1", link.LineItem);
        Assert.Equal("https://localhost:8443/mod/lti/services.php/2/lineitems?type_id=1", link.LineItems);
        // "item" is the custom parameter of another tool; ours is "module".
        Assert.Null(link.ModuleId);
    }

    [Fact]
    public async Task Keeps_the_link_when_Moodle_leaves_out_the_column()
    {
        var link = await LinkOfAsync("student-privacy-never");

        Assert.Null(link.LineItem);
        Assert.Equal("https://localhost:8443/mod/lti/services.php/2/lineitems?type_id=4", link.LineItems);
    }

    /// <summary>A copied course carries new ids of everything, and nobody told the tool.</summary>
    [Fact]
    public async Task A_link_in_a_copied_course_is_another_place_with_a_gradebook_of_its_own()
    {
        var original = await LinkOfAsync("teacher");
        var copy = await LinkOfAsync("teacher-copied-course");

        Assert.NotEqual(original.Id, copy.Id);
        Assert.Equal(("2", "4"), (original.ContextId, copy.ContextId));
        Assert.Equal("https://localhost:8443/mod/lti/services.php/4/lineitems/4/lineitem?type_id=1", copy.LineItem);
    }

    [Fact]
    public async Task Returns_Moodles_hint_letter_by_letter()
    {
        var recorded = MoodleStage.Read("login")["body"]!.AsObject();
        using var browser = new Visitor();
        var fields = recorded.ToDictionary(field => field.Key, field => field.Value!.GetValue<string>());
        (fields["iss"], fields["client_id"], fields["target_link_uri"]) = (stage.Lms.Address, stage.Lms.Registration.ClientId, $"{stage.Tool.Address}/lti/launch");

        var request = await browser.PostAsync($"{stage.Tool.Address}/lti/login", fields);

        Assert.Equal(stage.Lms.Address + "/lti/authorize", request.Address.GetLeftPart(UriPartial.Path));
        Assert.Equal("{\"cmid\":14,\"launchid\":\"ltilaunch9_1025802785\"}", request.Query("lti_message_hint"));
        Assert.Equal("12", request.Query("login_hint"));
        // What Moodle's authorization endpoint demands, exactly.
        Assert.Equal(("openid", "id_token", "form_post", $"{stage.Tool.Address}/lti/launch"),
            (request.Query("scope"), request.Query("response_type"), request.Query("response_mode"), request.Query("redirect_uri")));
    }

    /// <summary>Deep linking puts a query on the target; the recorded one was <c>/launch?item=orientation</c>.</summary>
    [Fact]
    public async Task Opens_a_target_with_a_query()
    {
        stage.Lms.Links.Change("orientation", link => link with { TargetLinkUrl = $"{stage.Tool.Address}/lti/launch?item=orientation" });

        Assert.Equal(200, (await stage.LaunchAsync(MoodleStage.ReadLaunch("student"))).Status);

        stage.Lms.Links.Change("orientation", link => link with { TargetLinkUrl = null });
    }

    async Task<PlacedLink> LinkOfAsync(string recording)
    {
        var recorded = MoodleStage.ReadLaunch(recording);
        await stage.LaunchAsync(recorded);
        var id = recorded[Resource]!["id"]!.GetValue<string>();
        return await stage.InDistrictAsync((_, db) => db.PlacedLinks.AsNoTracking().SingleAsync(link => link.ResourceLinkId == id));
    }

    Task<(StoredSession Session, Person Person)> LastAsync() => stage.InDistrictAsync(async (_, db) =>
    {
        var session = await db.Sessions.AsNoTracking().OrderByDescending(row => row.OpenedAt).FirstAsync();
        return (session, await db.People.AsNoTracking().SingleAsync(person => person.Id == session.PersonId));
    });
}
