using LtiMentoring.Training.Learn;
using LtiMentoring.Web.Storage;
using LtiMentoring.Web.Tests.Hosts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LtiMentoring.Web.Tests.PassBack;

/// <summary>What a completion is owed to, and that it is never recorded without its debts.</summary>
public abstract class DebtTests(LmsStage stage)
{
    public sealed class OnSqlite(LmsStage.Sqlite stage) : DebtTests(stage), IClassFixture<LmsStage.Sqlite>;

    public sealed class OnPostgres(LmsStage.Postgres stage) : DebtTests(stage), IClassFixture<LmsStage.Postgres>;

    [Fact]
    public async Task Is_owed_to_every_place_where_the_mentor_opened_the_course()
    {
        var links = new[] { stage.NewLink(), stage.NewLink() };
        var never = stage.NewLink();
        var mentor = stage.NewMentor();
        foreach (var link in links)
            await stage.LaunchAsync(mentor, link);

        await stage.FinishAsync(mentor);

        Assert.Equal(2, (await stage.AcceptedAsync(mentor)).Count);
        Assert.All(links, link => Assert.True(stage.Lms.Result(stage.ColumnOf(link).Id, mentor) is { IsComplete: true }));
        Assert.Null(stage.Lms.Result(stage.ColumnOf(never).Id, mentor));
    }

    [Fact]
    public async Task Is_owed_to_a_place_that_is_opened_only_afterwards()
    {
        var mentor = await stage.CompleteAsync(stage.NewLink());
        await stage.AcceptedAsync(mentor);
        var later = stage.NewLink();

        await stage.LaunchAsync(mentor, later);

        Assert.Equal(2, (await stage.AcceptedAsync(mentor)).Count);
        Assert.True(stage.Lms.Result(stage.ColumnOf(later).Id, mentor) is { IsComplete: true });
    }

    [Fact]
    public async Task Is_sent_once_however_often_the_place_is_opened()
    {
        var link = stage.NewLink();
        var mentor = await stage.CompleteAsync(link);
        await stage.AcceptedAsync(mentor);

        for (var times = 0; times < 3; times++)
            await stage.LaunchAsync(mentor, link);
        await stage.FinishAsync(mentor);
        await Task.Delay(200);

        Assert.Single(await stage.ReceiptsAsync(mentor));
        Assert.Single(stage.ScoresOf(mentor));
    }

    [Fact]
    public async Task A_place_that_stands_for_a_module_is_due_with_the_module()
    {
        var link = stage.NewLink(module: MentorWalk.Module);
        var course = stage.NewLink();
        var unknown = stage.NewLink(module: "99-not-written-yet");
        var mentor = stage.NewMentor();
        foreach (var place in new[] { link, course, unknown })
            await stage.LaunchAsync(mentor, place);

        await stage.FinishAsync(mentor);

        var completions = await stage.InDistrictAsync((_, db) => (
            from receipt in db.Receipts
            join completion in db.Completions on receipt.CompletionId equals completion.Id
            join placed in db.PlacedLinks on receipt.PlacedLinkId equals placed.Id
            join person in db.People on receipt.PersonId equals person.Id
            where person.Subject == mentor
            orderby completion.ModuleId
            select new { completion.ModuleId, placed.ResourceLinkId }).ToListAsync());
        Assert.Equal([("", course.Id), (MentorWalk.Module, link.Id)], completions.Select(row => (row.ModuleId, row.ResourceLinkId)));
    }

    [Fact]
    public async Task A_preview_owes_nothing()
    {
        using var browser = new LmsVisitor(stage.Lms);
        var home = await browser.LaunchAsync("dana-whitcomb", stage.NewLink().Id);

        await new MentorWalk(browser.Frame, home).CompleteAsync();

        Assert.Empty(await stage.ReceiptsAsync("dana-whitcomb"));
        Assert.Equal(0, await stage.InDistrictAsync((_, db) => db.OpenedLinks.CountAsync(row => db.People.Any(person => person.Id == row.PersonId && person.Subject == "dana-whitcomb"))));
    }

    /// <summary>As if the machine died between the step and its receipt: there is no such moment.</summary>
    [Fact]
    public async Task The_last_step_its_completion_and_its_debt_are_written_together_or_not_at_all()
    {
        var mentor = stage.NewMentor();
        using var browser = new LmsVisitor(stage.Lms);
        var home = await browser.LaunchAsync(mentor, stage.NewLink().Id);
        var walk = new MentorWalk(browser.Frame, home);
        await ForbidReceiptsAsync();

        await walk.CompleteAsync();
        var (finished, completions) = await CountAsync(mentor);
        Assert.Equal((6, 0), (finished, completions));
        Assert.Equal("Not complete yet", (await walk.GetAsync("/complete")).Heading);
        // What was written in the last lesson went with it: the form says that it failed, and can be sent again.
        Assert.Equal(0, await stage.InDistrictAsync((_, db) => db.Writings.CountAsync(row => row.Place.EndsWith("my-limit")
            && db.People.Any(person => person.Id == row.PersonId && person.Subject == mentor))));

        await AllowReceiptsAsync();
        await walk.CompleteAsync();
        Assert.Equal((7, 2), await CountAsync(mentor));
        await stage.AcceptedAsync(mentor);
    }

    [Fact]
    public async Task The_last_two_lessons_in_two_tabs_at_once_complete_the_course()
    {
        var mentor = stage.NewMentor();
        await stage.LaunchAsync(mentor, stage.NewLink());
        var lessons = await AllButLastTwoAsync(mentor);

        await AtOnceAsync(
            services => FinishAsync(services, mentor, lessons[^2]),
            services => FinishAsync(services, mentor, lessons[^1]));

        Assert.Equal((7, 2), await CountAsync(mentor));
        await stage.AcceptedAsync(mentor);
    }

    [Fact]
    public async Task A_place_that_is_opened_in_the_moment_of_completion_gets_its_receipt()
    {
        var mentor = stage.NewMentor();
        await stage.LaunchAsync(mentor, stage.NewLink());
        var other = stage.NewLink();
        // The link is known from somebody else; this mentor opens it now.
        await stage.LaunchAsync(stage.NewMentor(), other);
        var lessons = await AllButLastTwoAsync(mentor);
        await AtOnceAsync(services => FinishAsync(services, mentor, lessons[^2]));

        await AtOnceAsync(
            services => OpenAsync(services, mentor, other.Id),
            services => FinishAsync(services, mentor, lessons[^1]));

        Assert.Equal(2, (await stage.ReceiptsAsync(mentor)).Count);
    }

    async Task<List<(string Module, string Lesson)>> AllButLastTwoAsync(string mentor)
    {
        var course = stage.Tool.Services.GetRequiredService<ShippedCourse>();
        var lessons = CourseDocument.Read(course.Document).Modules.SelectMany(module => module.Lessons.Select(lesson => (module.Id, lesson.Id))).ToList();
        foreach (var lesson in lessons.SkipLast(2))
            await AtOnceAsync(services => FinishAsync(services, mentor, lesson));
        return lessons;
    }

    static async Task FinishAsync(IServiceProvider services, string mentor, (string Module, string Lesson) lesson)
    {
        var person = await services.GetRequiredService<MentoringDb>().People.SingleAsync(row => row.Subject == mentor);
        var course = (await services.GetRequiredService<Courses>().CurrentAsync(default)).Course;
        await services.GetRequiredService<Progress>().FinishAsync(person.DistrictId, person.Id, course, lesson.Module, lesson.Lesson, default);
    }

    static async Task OpenAsync(IServiceProvider services, string mentor, string link)
    {
        var db = services.GetRequiredService<MentoringDb>();
        await services.GetRequiredService<Receipts>().OweAsync(
            await db.People.SingleAsync(row => row.Subject == mentor), await db.PlacedLinks.SingleAsync(row => row.ResourceLinkId == link), tellsStarted: false, default);
    }

    /// <summary>Each work in a transaction of its own. They begin together, and none commits before all are done or wait for each other.</summary>
    async Task AtOnceAsync(params Func<IServiceProvider, Task>[] works)
    {
        var done = works.Select(_ => new TaskCompletionSource()).ToList();
        await Task.WhenAll(works.Select((work, number) => Task.Run(() => stage.InDistrictAsync(async (services, db) =>
        {
            // Known beforehand: publishing is a write of its own.
            await services.GetRequiredService<Courses>().CurrentAsync(default);
            await db.WriteAsync(async () =>
            {
                await work(services);
                await db.SaveChangesAsync();
                done[number].TrySetResult();
                await Task.WhenAny(Task.WhenAll(done.Select(other => other.Task)), Task.Delay(TimeSpan.FromSeconds(works.Length == 1 ? 0 : 1)));
            });
            return true;
        }))));
    }

    Task<(int Lessons, int Completions)> CountAsync(string mentor) => stage.InDistrictAsync(async (_, db) =>
    {
        var person = await db.People.Where(row => row.Subject == mentor).Select(row => row.Id).SingleAsync();
        return (await db.FinishedLessons.CountAsync(row => row.PersonId == person), await db.Completions.CountAsync(row => row.PersonId == person));
    });

    Task ForbidReceiptsAsync() => stage.InDistrictAsync((_, db) => db.Database.ExecuteSqlRawAsync(stage.IsPostgres
        ? """ALTER TABLE "Receipts" ADD CONSTRAINT forbidden CHECK (false) NOT VALID"""
        : """CREATE TRIGGER forbidden BEFORE INSERT ON "Receipts" BEGIN SELECT RAISE(ABORT, 'forbidden'); END"""));

    Task AllowReceiptsAsync() => stage.InDistrictAsync((_, db) => db.Database.ExecuteSqlRawAsync(stage.IsPostgres
        ? """ALTER TABLE "Receipts" DROP CONSTRAINT forbidden"""
        : "DROP TRIGGER forbidden"));
}
