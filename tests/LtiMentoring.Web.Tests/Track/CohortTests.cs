using System.Linq.Expressions;
using LtiMentoring.SampleLms.District;
using LtiMentoring.SampleLms.Faults;
using LtiMentoring.SampleLms.Groups;
using LtiMentoring.SampleLms.Requests;
using LtiMentoring.Web.Tests.Hosts;
using LtiMentoring.Web.Track;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using LmsCourseRow = LtiMentoring.Web.Storage.LmsCourse;
using Sweep = LtiMentoring.Web.Storage.Sweep;

namespace LtiMentoring.Web.Tests.Track;

/// <summary>The groups of a course in the LMS are cohorts here, and administrators see who of them is ready.</summary>
public abstract class CohortTests(LmsStage stage) : IAsyncLifetime
{
    public sealed class OnSqlite(LmsStage.Sqlite stage) : CohortTests(stage), IClassFixture<LmsStage.Sqlite>;

    public sealed class OnPostgres(LmsStage.Postgres stage) : CohortTests(stage), IClassFixture<LmsStage.Postgres>
    {
        /// <summary>SQLite has one writer, and no moment between.</summary>
        [Fact]
        public async Task Whoever_asks_while_a_reading_is_being_kept_has_it_read_once_more()
        {
            await CohortsAsync(seen => seen.Text.Contains("This course has no groups.", StringComparison.Ordinal), asks: true);
            var before = Asked;
            await using var keeper = new NpgsqlConnection(stage.Tool.Database);
            await keeper.OpenAsync();
            await using (var held = await keeper.BeginTransactionAsync())
            {
                await RunAsync(keeper, "LOCK TABLE \"Cohorts\" IN ACCESS EXCLUSIVE MODE");
                await AskAsync();
                await Eventually.GetAsync(() => WaitingAsync(keeper), waiting => waiting == 1);
                var asked = Asked;
                var second = AskAsync();
                await Eventually.GetAsync(async () => second.IsCompleted || await WaitingAsync(keeper) == 2, isSo => isSo);
                await held.RollbackAsync();
                await second;
                Assert.True(asked > before);
                before = asked;
            }

            await Eventually.GetAsync(() => Task.FromResult(Asked), now => now > before);
        }

        Task AskAsync() => stage.InDistrictAsync(async (services, db) =>
        {
            var course = await db.LmsCourses.SingleAsync(row => row.ContextId == LmsStage.Course);
            await services.GetRequiredService<CohortList>().AskAsync(course.Id, CancellationToken.None);
            return true;
        });

        static async Task<long> WaitingAsync(NpgsqlConnection server) =>
            (long)(await RunAsync(server, "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'"))!;

        static async Task<object?> RunAsync(NpgsqlConnection server, string words)
        {
            await using var command = new NpgsqlCommand(words, server);
            return await command.ExecuteScalarAsync();
        }
    }

    const string Dana = "dana-whitcomb";
    const string Kofi = "kofi-mensah";

    public async ValueTask InitializeAsync()
    {
        stage.Lms.Faults.Clear();
        // A course without groups is not told of at a launch, so it has some at the first one: no test has to come after another.
        if (!await stage.Tool.ReadAsync(db => db.LmsCourses.IgnoreQueryFilters().AnyAsync(course => course.ContextId == LmsStage.Course)))
        {
            Group("before");
            await stage.LaunchAsync(Kofi, stage.NewLink());
        }
        stage.Lms.Courses.Change(LmsStage.Course, course => course with { Groups = [] });
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    void Group(string id, params string[] members) => stage.Lms.PutGroup(LmsStage.Course, new LmsGroup(id, $"Group {id}", "Fall") { Members = [.. members] });

    /// <summary>The page of an administrator, once it is as wanted.</summary>
    async Task<Page> CohortsAsync(Func<Page, bool> isWanted, bool asks = false)
    {
        var link = stage.NewLink();
        using var browser = new LmsVisitor(stage.Lms);
        var page = await SeeAsync(browser, await browser.LaunchAsync(Kofi, link.Id));
        if (asks)
        {
            page = await Eventually.GetAsync(() => AgainAsync(browser, page), seen => Button(seen) is not null);
            await browser.Frame.SubmitAsync((AngleSharp.Html.Dom.IHtmlFormElement)Button(page)!.Closest("form")!, ("id", Button(page)!.GetAttribute("value")!));
        }
        return await Eventually.GetAsync(() => AgainAsync(browser, page), isWanted);
    }

    /// <summary>How often the LMS was asked for groups.</summary>
    int Asked => stage.Lms.Requests.Count(request => request.Service == LmsService.Groups);

    static AngleSharp.Dom.IElement? Button(Page page) =>
        page.Document.QuerySelectorAll("section").FirstOrDefault(section => section.QuerySelector("h2")!.TextContent.StartsWith("Peer Mentoring", StringComparison.Ordinal))?.QuerySelector("button");

    static Task<Page> SeeAsync(LmsVisitor browser, Page home) => browser.Frame.GetAsync($"{home.Address.AbsoluteUri.TrimEnd('/')}/cohorts");

    static Task<Page> AgainAsync(LmsVisitor browser, Page page) => browser.Frame.GetAsync(page.Address.AbsoluteUri);

    /// <summary>Of the cohorts of the course that all of these tests share.</summary>
    static IEnumerable<string> Captions(Page page) => page.Document.QuerySelectorAll("caption").Select(caption => caption.TextContent).Where(caption => caption.StartsWith("Group ", StringComparison.Ordinal));

    Task<List<string>> MembersAsync(string groupId) => stage.Tool.ReadAsync(db => (
        from member in db.CohortMembers.IgnoreQueryFilters()
        join cohort in db.Cohorts.IgnoreQueryFilters() on member.CohortId equals cohort.Id
        join person in db.People.IgnoreQueryFilters() on member.PersonId equals person.Id
        where cohort.GroupId == groupId
        orderby person.Subject
        select person.Subject).ToListAsync());

    Task<bool> IsKnownAsync(string person) => stage.Tool.ReadAsync(db => db.People.IgnoreQueryFilters().AnyAsync(row => row.Subject == person));

    [Fact]
    public async Task A_group_is_a_cohort_in_which_an_administrator_sees_who_is_ready_and_since_when()
    {
        var ready = await stage.CompleteAsync(stage.NewLink());
        var never = stage.NewMentor();
        stage.Lms.People.Change(never, person => person with { GivenName = "Never", FamilyName = "Here" });
        Group("ready", ready, never);

        var page = await CohortsAsync(seen => Captions(seen).Contains("Group ready, Fall: 1 of 2 are ready"), asks: true);

        var rows = page.Document.QuerySelectorAll("tbody tr").Select(row => string.Join(" | ", row.QuerySelectorAll("th, td").Select(cell => cell.TextContent.Trim()))).ToList();
        Assert.Contains($"Ana Mentor | Complete | {stage.Clock.GetUtcNow():dddd, MMMM d, yyyy}", rows);
        Assert.Contains("Never Here | Not started | Not yet", rows);
    }

    [Fact]
    public async Task The_first_launch_from_a_course_reads_its_groups_and_a_day_later_they_are_read_again()
    {
        var (first, second) = (stage.NewMentor(), stage.NewMentor());
        stage.Lms.Courses.Put(new LmsCourse("fresh", "F-26", "A fresh course"));
        foreach (var mentor in new[] { first, second })
            stage.Lms.Enroll("fresh", mentor, SampleLms.District.Roles.Learner);
        stage.Lms.PutGroup("fresh", new LmsGroup("early", "Early birds") { Members = [first] });
        stage.Lms.Links.Put(new LmsLink("fresh-link", "fresh", "Orientation"));

        await stage.LaunchAsync(first, stage.Lms.Links["fresh-link"]);
        await Eventually.GetAsync(() => MembersAsync("early"), members => members.SequenceEqual([first]));

        stage.Lms.PutGroup("fresh", new LmsGroup("early", "Early birds") { Members = [first, second] });
        stage.Clock.Advance(TimeSpan.FromHours(25));
        await Eventually.GetAsync(() => MembersAsync("early"), members => members.Count == 2);
        stage.Lms.RemoveGroup("fresh", "early");
    }

    [Fact]
    public async Task Whoever_asks_while_it_is_being_read_has_it_read_once_more()
    {
        await CohortsAsync(seen => seen.Text.Contains("This course has no groups.", StringComparison.Ordinal), asks: true);
        stage.Lms.Faults.Next(LmsService.Groups, new Fault.Latency(TimeSpan.FromSeconds(3), AfterEffect: true));
        var before = Asked;
        await CohortsAsync(_ => Asked > before, asks: true);

        // What is under way has its answer from before.
        Group("late", Dana);
        await CohortsAsync(seen => Captions(seen).Any() || seen.Text.Contains("Group late", StringComparison.Ordinal), asks: true);

        Assert.True(Asked >= before + 2, $"{Asked - before}");
    }

    [Fact]
    public async Task Staff_are_in_nobodys_cohort()
    {
        var mentor = stage.NewMentor();
        Group("mixed", mentor, Dana, Kofi);

        await CohortsAsync(seen => Captions(seen).Contains("Group mixed, Fall: 0 of 1 are ready"), asks: true);

        Assert.Equal([mentor], await MembersAsync("mixed"));
    }

    [Fact]
    public async Task Who_leaves_a_group_leaves_the_cohort_and_whoever_was_never_here_is_forgotten()
    {
        var (stays, goes) = (stage.NewMentor(), stage.NewMentor());
        Group("lasting", stays, goes);
        Group("passing", goes);
        await CohortsAsync(seen => Captions(seen).SequenceEqual(["Group lasting, Fall: 0 of 2 are ready", "Group passing, Fall: 0 of 1 are ready"]), asks: true);

        Group("lasting", stays);
        stage.Lms.RemoveGroup(LmsStage.Course, "passing");
        await CohortsAsync(seen => Captions(seen).SequenceEqual(["Group lasting, Fall: 0 of 1 are ready"]), asks: true);

        Assert.Equal([stays], await MembersAsync("lasting"));
        Assert.Empty(await MembersAsync("passing"));
        await stage.Tool.Services.GetRequiredService<Sweep>().SweepAsync(CancellationToken.None);
        Assert.False(await IsKnownAsync(goes));
        Assert.True(await IsKnownAsync(stays));
    }

    [Theory]
    [InlineData(LmsService.Groups)]
    [InlineData(LmsService.Roster)]
    public async Task Half_a_list_changes_nothing_and_the_LMSs_words_are_shown(LmsService service)
    {
        var (one, two) = (stage.NewMentor(), stage.NewMentor());
        Group("whole", one, two);
        await CohortsAsync(seen => Captions(seen).SequenceEqual(["Group whole, Fall: 0 of 2 are ready"]), asks: true);
        stage.Lms.Faults.UntilCleared(service, new Fault.Status(503, "Back soon."));
        Group("whole", one);

        var page = await CohortsAsync(seen => seen.Text.Contains("Back soon.", StringComparison.Ordinal), asks: true);

        Assert.Equal("Group whole, Fall: 0 of 2 are ready", Captions(page).Single());
        stage.Lms.Faults.Clear();
        stage.Clock.Advance(TimeSpan.FromMinutes(1));
        await CohortsAsync(seen => Captions(seen).Contains("Group whole, Fall: 0 of 1 are ready") && !seen.Text.Contains("Back soon.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_course_whose_groups_are_gone_says_so()
    {
        Group("last", stage.NewMentor());
        await CohortsAsync(seen => Captions(seen).Contains("Group last, Fall: 0 of 1 are ready"), asks: true);
        stage.Lms.RemoveGroup(LmsStage.Course, "last");

        await CohortsAsync(seen => seen.Text.Contains("This course has no groups.", StringComparison.Ordinal), asks: true);
    }

    [Fact]
    public async Task Mentors_are_told_that_they_are_seen_in_it_and_see_nobody_themselves()
    {
        var mentor = stage.NewMentor();
        Group("told", mentor, stage.NewMentor());
        await CohortsAsync(seen => Captions(seen).Contains("Group told, Fall: 0 of 2 are ready"), asks: true);
        using var browser = new LmsVisitor(stage.Lms);
        var home = await browser.LaunchAsync(mentor, stage.NewLink().Id);

        var sees = await browser.Frame.GetAsync($"{home.Address.AbsoluteUri.TrimEnd('/')}/what-my-district-sees");

        Assert.Contains("Group told", sees.Document.QuerySelector(".seen")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("side by side", sees.Document.QuerySelector(".seen")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("/cohorts", home.Text, StringComparison.Ordinal);
        Assert.Equal(403, (await SeeAsync(browser, home)).Status);
    }

    [Fact]
    public async Task A_trainer_does_not_see_cohorts()
    {
        using var browser = new LmsVisitor(stage.Lms);

        var page = await SeeAsync(browser, await browser.LaunchAsync(Dana, stage.NewLink().Id));

        Assert.Equal((403, "This page is for somebody else"), (page.Status, page.Heading));
    }

    [Fact]
    public async Task A_thousand_people_are_read_from_page_to_page()
    {
        var people = Enumerable.Range(0, 1_000).Select(_ => stage.NewMentor()).ToArray();
        Group("large", people);

        await CohortsAsync(seen => Captions(seen).Contains("Group large, Fall: 0 of 1000 are ready"), asks: true);

        Assert.Equal(people.Order(StringComparer.Ordinal), (await MembersAsync("large")).Order(StringComparer.Ordinal));
        foreach (var person in people)
            stage.Lms.Unenroll(LmsStage.Course, person);
    }

    [Fact]
    public async Task An_LMS_that_is_switched_off_is_not_asked()
    {
        await CohortsAsync(seen => seen.Text.Contains("This course has no groups.", StringComparison.Ordinal), asks: true);
        // The page may have said so before this reading ended.
        var today = stage.Clock.GetUtcNow().UtcDateTime.AddHours(12);
        await EachCourseAsync(course => course.DueAt == null || course.DueAt > today);
        await SwitchOffAsync(true);
        try
        {
            var asked = Asked;

            stage.Clock.Advance(TimeSpan.FromDays(2));
            await EachCourseAsync(course => course.DueAt == null);

            Assert.Equal(asked, Asked);
        }
        finally
        {
            await SwitchOffAsync(false);
        }
    }

    Task EachCourseAsync(Expression<Func<LmsCourseRow, bool>> isSo) =>
        Eventually.GetAsync(() => stage.Tool.ReadAsync(db => db.LmsCourses.IgnoreQueryFilters().AllAsync(isSo)), all => all);

    Task SwitchOffAsync(bool off) => stage.Tool.WriteAsync(db => db.Registrations.ExecuteUpdateAsync(set => set.SetProperty(row => row.Disabled, off)));
}
