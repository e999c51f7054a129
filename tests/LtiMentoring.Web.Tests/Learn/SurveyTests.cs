using LtiMentoring.Web.Storage;
using LtiMentoring.Web.Tests.Hosts;
using Microsoft.EntityFrameworkCore;

namespace LtiMentoring.Web.Tests.Learn;

public sealed class SurveyTests(KindsStage stage) : IClassFixture<KindsStage>
{
    Task<List<SurveyAnswer>> AnswersAsync() => stage.Tool.ReadAsync(db => db.SurveyAnswers.IgnoreQueryFilters().ToListAsync());

    [Fact]
    public async Task What_is_sent_holds_no_person_and_no_day()
    {
        var mentor = await stage.ArriveAsync(subject: "who-answers");
        var before = (await AnswersAsync()).Count;

        await KindsStage.DoAsync(mentor, "first/about-the-course", ("words.sounded", "hardly"), ("words.missing", "Our own words."));

        var answer = (await AnswersAsync())[before..].Single();
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
}
