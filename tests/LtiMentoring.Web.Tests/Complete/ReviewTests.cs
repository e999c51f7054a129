using System.Text.Json.Nodes;
using LtiMentoring.Web.Storage;
using LtiMentoring.Web.Tests.Hosts;
using Microsoft.EntityFrameworkCore;

namespace LtiMentoring.Web.Tests.Complete;

/// <summary>Staff open somebody's grade from the gradebook, or ask what is kept about people.</summary>
public sealed class ReviewTests(MentorStage stage) : IClassFixture<MentorStage>
{
    const string Lti = "https://purl.imsglobal.org/spec/lti/claim/";
    const string Instructor = "http://purl.imsglobal.org/vocab/lis/v2/membership#Instructor";

    Task<Page> ReviewAsync(Visitor visitor, string subject, string link = "link-1") => stage.SendAsync(visitor, "LtiSubmissionReviewRequest", Instructor, new JsonObject
    {
        [Lti + "for_user"] = new JsonObject { ["user_id"] = subject }, [Lti + "resource_link"] = new JsonObject { ["id"] = link },
    });

    [Fact]
    public async Task It_shows_what_happened_and_when_and_never_a_choice_or_a_word()
    {
        var mentor = await stage.ArriveAsync(subject: "reviewed");
        await mentor.CompleteAsync();
        using var trainer = new Visitor();

        var review = await ReviewAsync(trainer, "reviewed");

        Assert.Equal("What Renata Okafor has completed", review.Heading);
        Assert.Equal(["Course", "Status", "When", "Gradebook"], review.Document.QuerySelectorAll(".seen dt").Select(term => term.TextContent));
        Assert.DoesNotContain("I held it.", review.Html, StringComparison.Ordinal);
        Assert.Empty(review.Document.QuerySelectorAll("main a, main form"));
    }

    [Fact]
    public async Task Another_link_of_the_same_course_shows_its_own()
    {
        var mentor = await stage.ArriveAsync(subject: "elsewhere");
        await mentor.CompleteAsync();
        await stage.ArriveAsync(module: "unopened");
        using var trainer = new Visitor();

        var review = await ReviewAsync(trainer, "elsewhere", "link-unopened");

        Assert.Contains("They have not opened this activity yet.", review.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_who_never_came_has_nothing()
    {
        using var trainer = new Visitor();

        Assert.Contains("They have not opened this activity yet.", (await ReviewAsync(trainer, "nobody-ever")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_session_for_a_review_opens_nothing_else()
    {
        using var trainer = new Visitor();
        var review = await ReviewAsync(trainer, "reviewed");

        foreach (var page in new[] { "/", "/notes", "/mine", "/place", "/privacy" })
            Assert.Equal(403, (await trainer.GetAsync(review.Address.AbsoluteUri.Replace("/review", page, StringComparison.Ordinal))).Status);
    }

    [Fact]
    public async Task An_administrator_is_told_what_is_kept_about_people()
    {
        using var administrator = new Visitor();

        var page = await stage.SendAsync(administrator, "DataPrivacyLaunchRequest", "http://purl.imsglobal.org/vocab/lis/v2/institution/person#Administrator", new JsonObject
        {
            [Lti + "resource_link"] = null, [Lti + "context"] = null, [Lti + "target_link_uri"] = null,
        });

        Assert.Equal("What is kept about people", page.Heading);
    }

    const string Administrator = "http://purl.imsglobal.org/vocab/lis/v2/institution/person#Administrator";

    Task<Page> AskAboutAsync(Visitor visitor, string subject, string role = Administrator) => stage.SendAsync(visitor, "LtiDataPrivacyLaunchRequest", role, new JsonObject
    {
        [Lti + "for_user"] = new JsonObject { ["user_id"] = subject }, [Lti + "resource_link"] = null, [Lti + "context"] = null, [Lti + "target_link_uri"] = null,
    });

    [Fact]
    public async Task An_administrator_who_is_asked_to_can_erase_everything_about_one_person()
    {
        var mentor = await stage.ArriveAsync(subject: "to-erase");
        await mentor.CompleteAsync();
        await stage.ArriveAsync(subject: "to-keep");
        using var administrator = new Visitor();
        var id = (await stage.RowsAsync("to-erase", (db, person) => db.People.Where(row => row.Id == person))).Single().Id;
        var before = await CountAsync();

        var page = await AskAboutAsync(administrator, "to-erase");
        Assert.Equal("Renata Okafor", page.Document.QuerySelector("#one")!.TextContent);
        // A day is kept and no hour, so no time zone makes another day of it.
        Assert.Equal($"{stage.Clock.GetUtcNow():dddd, MMMM d, yyyy}", page.Document.QuerySelector(".seen dd")!.TextContent);
        page = await administrator.SubmitAsync(page.Form());
        Assert.Equal("#sure", page.Document.QuerySelector(".errors a")!.GetAttribute("href"));
        Assert.Equal(before, await CountAsync());
        page = await administrator.SubmitAsync(page.Form(), ("sure", "true"));

        Assert.Equal("Everything about this person was erased.", page.Document.QuerySelector("main .notice")!.TextContent);
        Assert.Null(page.Document.QuerySelector("main form"));
        Assert.NotEmpty(before);
        Assert.Empty(await CountAsync());
        Assert.Equal("Reopen this from your course", (await mentor.HomeAsync()).Heading);
        Assert.Single(await stage.RowsAsync("to-keep", (db, person) => db.OpenedLinks.Where(row => row.PersonId == person)));

        // In every table that has a person.
        Task<SortedDictionary<string, int>> CountAsync() => stage.Tool.ReadAsync(async db =>
        {
            var counts = new SortedDictionary<string, int>();
            foreach (var table in db.Model.GetEntityTypes().Where(table => table.FindProperty("PersonId") is not null))
            {
                var sql = $"SELECT COUNT(*) AS \"Value\" FROM \"{table.GetTableName()}\" WHERE \"PersonId\" = {{0}}";
                if (await db.Database.SqlQueryRaw<int>(sql, id).SingleAsync() is var count and > 0)
                    counts[table.GetTableName()!] = count;
            }
            return counts;
        });
    }

    [Fact]
    public async Task A_trainer_erases_nobody_and_nobody_kept_is_nobody_found()
    {
        await stage.ArriveAsync(subject: "stays");
        using var trainer = new Visitor();
        var page = await AskAboutAsync(trainer, "stays", Instructor);
        Assert.NotNull(page.Document.QuerySelector("#one"));
        Assert.Null(page.Document.QuerySelector("main form"));

        // Nor with the form of somebody who may.
        using var administrator = new Visitor();
        page = await AskAboutAsync(administrator, "stays");
        await stage.Tool.WriteAsync(db => db.Sessions.IgnoreQueryFilters().Where(row => row.Request == "stays").ExecuteUpdateAsync(set => set.SetProperty(row => row.Role, Role.Trainer)));
        Assert.Equal(403, (await administrator.SubmitAsync(page.Form(), ("sure", "true"))).Status);
        Assert.Single(await stage.RowsAsync("stays", (db, person) => db.People.Where(row => row.Id == person)));

        Assert.Equal("Nothing is kept here about this person.", (await AskAboutAsync(administrator, "never-here")).Document.QuerySelector("main .notice")!.TextContent);
    }

    [Fact]
    public async Task What_the_district_sees_has_an_entry_for_each_activity_that_was_opened()
    {
        var whole = await stage.ArriveAsync(subject: "two-places");
        await whole.CompleteAsync();
        var module = await stage.ArriveAsync(subject: "two-places", module: MentorWalk.Module);

        var record = await module.GetAsync("/what-my-district-sees");

        Assert.Equal(["Name", "Course", "Status", "When", "Gradebook", "Module", "Status", "When", "Gradebook"], record.Document.QuerySelectorAll(".seen dt").Select(term => term.TextContent));
        Assert.Equal(["Complete", "Complete"], record.Document.QuerySelectorAll(".seen .st").Select(state => state.TextContent));
    }

    [Fact]
    public async Task A_module_that_is_not_complete_says_so_in_its_own_entry()
    {
        var mentor = await stage.ArriveAsync(subject: "only-module", module: MentorWalk.Module);
        await mentor.ReadAsync("what-it-is-for");

        var record = await mentor.GetAsync("/what-my-district-sees");

        Assert.Equal("In progress", record.Document.QuerySelector(".seen .st")!.TextContent);
        Assert.Equal("Your role, and what it is not", record.Document.QuerySelectorAll(".seen dd")[1].TextContent);
    }
}
