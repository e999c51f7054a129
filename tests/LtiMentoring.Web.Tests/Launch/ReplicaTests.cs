using LtiMentoring.Lti;
using LtiMentoring.SampleLms.Faults;
using LtiMentoring.SampleLms.Requests;
using LtiMentoring.Web.Launch;
using LtiMentoring.Web.Tests.Hosts;
using Microsoft.EntityFrameworkCore;

namespace LtiMentoring.Web.Tests.Launch;

/// <summary>Launches from a real LMS, on two replicas of the tool behind one address.</summary>
public abstract class ReplicaTests(LmsStage stage) : IAsyncLifetime
{
    ToolHost other = null!;

    public sealed class OnSqlite(LmsStage.Sqlite stage) : ReplicaTests(stage), IClassFixture<LmsStage.Sqlite>;

    public sealed class OnPostgres(LmsStage.Postgres stage) : ReplicaTests(stage), IClassFixture<LmsStage.Postgres>;

    public async ValueTask InitializeAsync()
    {
        stage.Lms.Faults.Clear();
        stage.Clock.Advance(TimeSpan.FromMinutes(10));
        other = await stage.SecondAsync();
    }

    [Fact]
    public async Task One_launch_posted_twenty_times_at_once_opens_one_session()
    {
        var mentor = stage.NewMentor();
        using var browser = new LmsVisitor(stage.Lms);
        var answer = LmsVisitor.FormOf(await browser.AuthorizeAsync(await browser.LoginAsync(mentor, stage.NewLink().Id)));
        var cookies = browser.Frame.CookiesFor("/lti/launch");
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(number => Task.Run(async () =>
        {
            var replica = number % 2 == 0 ? stage.Tool : other;
            using var request = new HttpRequestMessage(HttpMethod.Post, $"{replica.Address}/lti/launch") { Content = new FormUrlEncodedContent(answer.Fields) };
            request.Headers.Add("Cookie", cookies);
            using var response = await client.SendAsync(request);
            return ((int)response.StatusCode, Session: response.Headers.Location?.OriginalString ?? "", Html: await response.Content.ReadAsStringAsync());
        })));

        Assert.Single(answers, one => one.Item1 == 303);
        Assert.Matches("^/s/[A-Za-z0-9_-]{22}/$", answers.Single(one => one.Item1 == 303).Session);
        Assert.All(answers.Where(one => one.Item1 != 303), one => Assert.Contains($"launch refused: {RefusedStory.Spoken(Refusal.NonceUsed)}", one.Html, StringComparison.Ordinal));
        Assert.Equal(1, await SessionsAsync(mentor));
    }

    [Fact]
    public async Task First_launches_of_one_person_at_once_all_open_and_make_one_person()
    {
        var mentor = stage.NewMentor();
        var link = stage.NewLink();

        var homes = await Task.WhenAll(Enumerable.Range(0, 12).Select(number => Task.Run(async () =>
        {
            using var browser = new LmsVisitor(stage.Lms);
            var request = await browser.LoginAsync(mentor, link.Id);
            return await browser.AnswerAsync(request, number % 2 == 0 ? null : other.Address);
        })));

        Assert.All(homes, home => Assert.True(home.Status == 200, home.Text));
        Assert.Equal(12, await SessionsAsync(mentor));
        Assert.Equal((1, 1, 1), await stage.InDistrictAsync(async (_, db) => (
            await db.People.CountAsync(row => row.Subject == mentor),
            await db.PlacedLinks.CountAsync(row => row.ResourceLinkId == link.Id),
            await db.OpenedLinks.CountAsync(row => db.PlacedLinks.Any(placed => placed.Id == row.PlacedLinkId && placed.ResourceLinkId == link.Id)))));
    }

    [Fact]
    public async Task A_login_on_one_replica_goes_on_on_another_and_its_session_on_both()
    {
        using var browser = new LmsVisitor(stage.Lms);
        var request = await browser.LoginAsync(stage.NewMentor(), stage.NewLink().Id);

        var home = await browser.AnswerAsync(request, other.Address);
        var elsewhere = await browser.Frame.GetAsync(stage.Tool.Address + home.Address.AbsolutePath);

        Assert.Equal((200, "Welcome, Ana"), (home.Status, home.Heading));
        Assert.Equal((200, "Welcome, Ana"), (elsewhere.Status, elsewhere.Heading));
    }

    [Fact]
    public async Task A_form_of_one_replica_is_taken_by_another()
    {
        var mentor = stage.NewMentor();
        using var browser = new LmsVisitor(stage.Lms);
        var home = await browser.LaunchAsync(mentor, stage.NewLink().Id);
        var lesson = await browser.Frame.GetAsync($"{home.Address.AbsoluteUri}modules/{MentorWalk.Module}/what-it-is-for");
        await browser.Frame.GetAsync(other.Address + home.Address.AbsolutePath);

        var next = await browser.Frame.PostAsync(other.Address + lesson.Address.AbsolutePath,
            [new("form-token", lesson.Document.QuerySelector("input[name=form-token]")!.GetAttribute("value")!)]);

        Assert.Equal(200, next.Status);
        Assert.Equal(["what-it-is-for"], await stage.InDistrictAsync((_, db) => db.FinishedLessons
            .Where(row => db.People.Any(person => person.Id == row.PersonId && person.Subject == mentor)).Select(row => row.LessonId).ToListAsync()));
    }

    [Fact]
    public async Task An_LMS_that_changes_its_keys_between_login_and_answer_is_believed()
    {
        await stage.LaunchAsync(stage.NewMentor(), stage.NewLink());
        stage.Clock.Advance(TimeSpan.FromMinutes(2));
        stage.Lms.Faults.Next(LmsService.Authorization, new Fault.KeysRotated());

        await stage.LaunchAsync(stage.NewMentor(), stage.NewLink());
    }

    [Fact]
    public async Task An_LMS_whose_keys_cannot_be_read_is_named_as_the_reason_and_works_when_it_is_back()
    {
        stage.Clock.Advance(TimeSpan.FromDays(2));
        stage.Lms.Keys.Rotate(keepOld: false);
        stage.Lms.Faults.UntilCleared(LmsService.Jwks, new Fault.Status(503));
        using var browser = new LmsVisitor(stage.Lms);

        var refused = await browser.LaunchAsync(stage.NewMentor(), stage.NewLink().Id);
        stage.Lms.Faults.Clear();
        stage.Clock.Advance(TimeSpan.FromMinutes(2));
        await stage.LaunchAsync(stage.NewMentor(), stage.NewLink());

        Assert.Equal(400, refused.Status);
        Assert.Contains($"launch refused: {RefusedStory.Spoken(Refusal.KeysUnreachable)}", refused.Text, StringComparison.Ordinal);
    }

    Task<int> SessionsAsync(string mentor) => stage.InDistrictAsync((_, db) =>
        db.Sessions.CountAsync(row => db.People.Any(person => person.Id == row.PersonId && person.Subject == mentor)));

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }
}
