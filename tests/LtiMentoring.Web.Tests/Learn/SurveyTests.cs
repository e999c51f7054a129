using LtiMentoring.Web.Storage;
using LtiMentoring.Web.Tests.Hosts;
using Microsoft.EntityFrameworkCore;

namespace LtiMentoring.Web.Tests.Learn;

public abstract class SurveyTests(KindsStage stage, string order)
{
    /// <summary>Each with the name of the place at which a row lies.</summary>
    public sealed class OnSqlite(KindsStage stage) : SurveyTests(stage, "rowid"), IClassFixture<KindsStage>;

    public sealed class OnPostgres(KindsStage.Postgres stage) : SurveyTests(stage, "ctid"), IClassFixture<KindsStage.Postgres>;

    Task<List<SurveyAnswer>> AnswersAsync() => stage.Tool.ReadAsync(db => db.SurveyAnswers.IgnoreQueryFilters().ToListAsync());

    [Fact]
    public async Task What_is_sent_holds_no_person_and_no_day()
    {
        var mentor = await stage.ArriveAsync(subject: "who-answers");

        await KindsStage.DoAsync(mentor, "first/about-the-course", ("words.sounded", "hardly"), ("words.missing", "Our own words."));

        var answer = Assert.Single(await AnswersAsync(), sheet => sheet.Answers.Contains("Our own words.", StringComparison.Ordinal));
        Assert.Contains("\"sounded\":\"hardly\"", answer.Answers, StringComparison.Ordinal);
        Assert.Equal(1, answer.Month.Day);
        Assert.DoesNotContain(typeof(SurveyAnswer).GetProperties(), property => property.Name.Contains("Person", StringComparison.Ordinal) || property.PropertyType == typeof(DateTime));
        Assert.Empty(await stage.RowsAsync("who-answers", (db, person) => db.Writings.Where(row => row.PersonId == person)));
    }

    [Fact]
    public async Task It_is_sent_once_and_never_shown_again()
    {
        var mentor = await stage.ArriveAsync();
        var page = await mentor.GetAsync("/modules/first/about-the-course");
        await mentor.Visitor.SubmitAsync(page.Form(), ("words.sounded", "a-lot"), ("words.missing", "Nothing."));
        var sent = (await AnswersAsync()).Count;

        await mentor.Visitor.SubmitAsync(page.Form(), ("words.sounded", "hardly"), ("words.missing", "Nothing."));

        Assert.Equal(sent, (await AnswersAsync()).Count);
        var again = await mentor.GetAsync("/modules/first/about-the-course");
        Assert.Empty(again.Document.QuerySelectorAll("input[type=radio], textarea"));
        Assert.DoesNotContain("Nothing.", again.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_that_is_sent_twice_at_once_counts_once()
    {
        var mentor = await stage.ArriveAsync();
        var page = await mentor.GetAsync("/modules/first/about-the-course");
        var before = (await AnswersAsync()).Count;

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ =>
            mentor.Visitor.PostAsync(page.Address.AbsoluteUri, page.Carried(("words.sounded", "a-lot"), ("words.missing", "Nothing.")))));

        Assert.Equal(before + 1, (await AnswersAsync()).Count);
    }

    [Fact]
    public async Task Answers_to_an_ended_session_are_kept_under_nobodys_name()
    {
        var mentor = await stage.ArriveAsync(subject: "answers-late");
        var page = await mentor.GetAsync("/modules/first/about-the-course");
        stage.Clock.Advance(TimeSpan.FromHours(13));

        var ended = await mentor.Visitor.SubmitAsync(page.Form(), ("words.sounded", "hardly"), ("words.missing", "The end."));

        Assert.Equal(401, ended.Status);
        Assert.DoesNotContain("is kept", ended.Text, StringComparison.Ordinal);
        Assert.Empty(await stage.RowsAsync("answers-late", (db, person) => db.Drafts.Where(row => row.PersonId == person)));
    }

    [Fact]
    public async Task Declining_finishes_the_lesson_and_sends_nothing()
    {
        var mentor = await stage.ArriveAsync(subject: "declines");
        var before = (await AnswersAsync()).Count;

        await KindsStage.DoAsync(mentor, "first/about-the-course", ("words.missing", "Never mind."), ("declined", "true"));

        Assert.Equal(before, (await AnswersAsync()).Count);
        Assert.Equal(["about-the-course"], await stage.RowsAsync("declines", (db, person) => db.FinishedLessons.Where(row => row.PersonId == person).Select(row => row.LessonId)));
    }

    [Fact]
    public async Task The_order_in_which_answers_lie_does_not_tell_who_came_when()
    {
        for (var number = 0; number < 12; number++)
            await KindsStage.DoAsync(await stage.ArriveAsync(), "first/about-the-course", ("words.sounded", "hardly"), ("words.missing", $"Sheet {number:00}"));

        var asTheyLie = "SELECT \"Answers\" AS \"Value\" FROM \"SurveyAnswers\" WHERE \"Answers\" LIKE '%Sheet %' ORDER BY " + order;
        var lying = await stage.Tool.ReadAsync(db => db.Database.SqlQueryRaw<string>(asTheyLie).ToListAsync());

        Assert.Equal(12, lying.Count);
        Assert.NotEqual(lying.Order(StringComparer.Ordinal), lying);
    }

    [Fact]
    public async Task Many_who_answer_at_once_are_all_heard()
    {
        var pages = await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ =>
        {
            var mentor = await stage.ArriveAsync();
            return (mentor, Page: await mentor.GetAsync("/modules/first/about-the-course"));
        }));

        await Task.WhenAll(pages.Select((one, number) => one.mentor.Visitor.SubmitAsync(one.Page.Form(), ("words.sounded", "a-lot"), ("words.missing", $"Voice {number}"))));

        Assert.Equal(8, (await AnswersAsync()).Count(sheet => sheet.Answers.Contains("Voice ", StringComparison.Ordinal)));
    }
}
