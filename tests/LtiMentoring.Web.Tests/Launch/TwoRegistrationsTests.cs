using System.Text.Json.Nodes;
using LtiMentoring.Lti;
using LtiMentoring.Web.Launch;
using LtiMentoring.Web.Tests.Hosts;
using Microsoft.EntityFrameworkCore;

namespace LtiMentoring.Web.Tests.Launch;

/// <summary>One issuer with two clients, as clouds have it: nothing of one opens anything at the other.</summary>
public sealed class TwoRegistrationsTests(LaunchStage stage) : IClassFixture<LaunchStage>, IAsyncLifetime
{
    const string Lti = "https://purl.imsglobal.org/spec/lti/claim/";
    static readonly LaunchCase Good = new() { About = "a good launch", Expect = "" };

    Side[] sides = null!;

    /// <summary>A registration, with the deployment that belongs to it.</summary>
    sealed record Side(TestPlatform Platform, LaunchPlay Play, string Deployment);

    public async ValueTask InitializeAsync()
    {
        await stage.ClearAsync();
        var play = await stage.AddSecondAsync();
        sides = [new Side(stage.Platform, stage.Play, "1"), new Side(stage.Second!, play, "2")];
    }

    /// <summary>Every way to put together an answer from two launches: whose are the state, the key, the audience, the nonce, the deployment?</summary>
    public static MatrixTheoryData<int, int, int, int, int> Answers => new([0, 1], [0, 1], [0, 1], [0, 1], [0, 1]);

    [Theory, MemberData(nameof(Answers))]
    public Task An_answer_of_both_opens_nothing(int state, int key, int audience, int nonce, int deployment) =>
        PlayAsync(state, key, audience, nonce, deployment, key != state ? Refusal.SignatureWrong : null);

    public static MatrixTheoryData<int, int, int, int> AnswersOfOneKey => new([0, 1], [0, 1], [0, 1], [0, 1]);

    [Theory, MemberData(nameof(AnswersOfOneKey))]
    public Task Nor_where_the_LMS_signs_for_both_with_one_key(int state, int audience, int nonce, int deployment)
    {
        stage.Second!.TakeKeyOf(stage.Platform);
        return PlayAsync(state, key: 1 - state, audience, nonce, deployment, null);
    }

    async Task PlayAsync(int state, int key, int audience, int nonce, int deployment, Refusal? signature)
    {
        var expected = signature ?? (audience != state ? Refusal.AudienceMismatch
            : nonce != state ? Refusal.NonceMismatch
            : deployment != state ? Refusal.DeploymentUnknown : (Refusal?)null);
        using var visitor = new Visitor();
        var logins = new[] { await sides[0].Play.BeginAsync(visitor, Good), await sides[1].Play.BeginAsync(visitor, Good) };
        var payload = sides[audience].Platform.Payload(logins[nonce].Query("nonce"), stage.Play.Target, stage.Clock.GetUtcNow());
        payload[Lti + "deployment_id"] = sides[deployment].Deployment;

        var page = await stage.Play.EndAsync(visitor, new JsonObject
        {
            ["state"] = logins[state].Query("state"), ["id_token"] = sides[key].Platform.Sign(sides[key].Platform.Header(), payload),
        });

        if (expected is { } refusal)
            Assert.True(page.Text.Contains($"launch refused: {RefusedStory.Spoken(refusal)}", StringComparison.Ordinal), page.Text);
        var opened = await stage.Tool.ReadAsync(db => (
            from session in db.Sessions.IgnoreQueryFilters()
            join registration in db.Registrations on session.RegistrationId equals registration.Id
            select registration.ClientId).ToListAsync());
        Assert.Equal(expected is null ? [$"client-{state + 1}"] : [], opened);
    }

    [Fact]
    public async Task A_login_without_a_client_id_is_ambiguous_except_at_the_registrations_own_address()
    {
        using var visitor = new Visitor();
        var nameless = Good with { Login = new() { ["client_id"] = null } };

        var ambiguous = await sides[1].Play.BeginAsync(visitor, nameless);
        var own = await sides[1].Play.BeginAsync(visitor, nameless with { Address = "own" });

        Assert.Contains("launch refused: platform ambiguous", ambiguous.Text, StringComparison.Ordinal);
        Assert.Equal("client-2", own.Query("client_id"));
    }

    [Fact]
    public async Task The_same_person_at_the_same_link_of_a_deployment_of_the_same_name_is_another_ones()
    {
        await using var third = await TestPlatform.StartAsync("client-3");
        var harbor = new LaunchPlay(stage.Tool, third, await stage.Tool.RegisterAsync(third.Registration with { District = "Harbor" }), stage.Clock);
        using var visitor = new Visitor();

        var here = await stage.LaunchAsync(visitor);
        var there = await harbor.EndAsync(visitor, harbor.Answer(await harbor.BeginAsync(visitor, Good), Good));

        Assert.Equal((200, 200), (here.Status, there.Status));
        var sessions = await stage.Tool.ReadAsync(db => (
            from session in db.Sessions.IgnoreQueryFilters()
            join district in db.Districts on session.DistrictId equals district.Id
            orderby district.Name
            select new { district.Name, session.PersonId, session.PlacedLinkId }).ToListAsync());
        Assert.Equal(["Harbor", "Lakeview"], sessions.Select(session => session.Name));
        Assert.NotEqual(sessions[0].PersonId, sessions[1].PersonId);
        Assert.NotEqual(sessions[0].PlacedLinkId, sessions[1].PlacedLinkId);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
