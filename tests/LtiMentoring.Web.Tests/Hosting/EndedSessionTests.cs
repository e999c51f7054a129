using LtiMentoring.Web.Tests.Hosts;

namespace LtiMentoring.Web.Tests.Hosting;

public sealed class EndedSessionTests(MentorStage stage) : IClassFixture<MentorStage>
{
    const string Reflection = $"/modules/{MentorWalk.Module}/when-help-made-you-smaller";

    [Fact]
    public async Task Words_posted_to_an_ended_session_are_there_after_the_next_launch()
    {
        var mentor = await stage.ArriveAsync(subject: "late");
        var page = await mentor.GetAsync(Reflection);
        stage.Clock.Advance(TimeSpan.FromHours(13));

        var ended = await mentor.Visitor.SubmitAsync(page.Form(), ("words.made-smaller", "A long story."), ("words.my-limit", "Not after six."));
        var later = await stage.ArriveAsync(subject: "late");
        var again = await later.GetAsync(Reflection);
        var saved = await later.Visitor.SubmitAsync(again.Form());

        Assert.Equal(401, ended.Status);
        Assert.Equal("Reopen this from your course", ended.Heading);
        Assert.Contains("What you just wrote is kept.", ended.Text, StringComparison.Ordinal);
        Assert.Equal("A long story.", again.Document.QuerySelector("#made-smaller")!.TextContent);
        Assert.Equal("Not after six.", again.Document.QuerySelector("#my-limit")!.TextContent);
        Assert.Equal(200, saved.Status);
        Assert.Empty(await stage.RowsAsync("late", (db, person) => db.Drafts.Where(row => row.PersonId == person)));
    }

    [Fact]
    public async Task Words_from_a_browser_without_the_sessions_key_are_not_kept()
    {
        var mentor = await stage.ArriveAsync(subject: "stranger");
        var page = await mentor.GetAsync(Reflection);
        stage.Clock.Advance(TimeSpan.FromHours(13));
        using var stranger = new Visitor();
        await stranger.GetAsync(page.Address.AbsoluteUri);

        var ended = await stranger.SubmitAsync(page.Form(), ("words.made-smaller", "Not mine."));

        Assert.Equal(401, ended.Status);
        Assert.DoesNotContain("is kept", ended.Text, StringComparison.Ordinal);
        Assert.Empty(await stage.RowsAsync("stranger", (db, person) => db.Drafts.Where(row => row.PersonId == person)));
    }

    [Fact]
    public async Task What_was_written_before_a_conversation_is_kept_too()
    {
        var mentor = await stage.ArriveAsync(subject: "before");
        var start = await mentor.GetAsync($"/practice/{MentorWalk.Module}/{MentorWalk.RolePlay}");
        stage.Clock.Advance(TimeSpan.FromHours(13));
        await mentor.Visitor.SubmitAsync(start.Form(), ("words.under-the-ask", "He is tired."));

        var again = await (await stage.ArriveAsync(subject: "before")).GetAsync($"/practice/{MentorWalk.Module}/{MentorWalk.RolePlay}");

        Assert.Equal("He is tired.", again.Document.QuerySelector("#under-the-ask")!.TextContent);
    }

    [Fact]
    public async Task A_session_that_is_used_does_not_end()
    {
        var mentor = await stage.ArriveAsync();
        for (var hours = 0; hours < 24; hours += 6)
        {
            stage.Clock.Advance(TimeSpan.FromHours(6));
            Assert.Equal(200, (await mentor.HomeAsync()).Status);
        }
    }

    [Fact]
    public async Task A_form_of_another_session_is_refused_and_says_so()
    {
        var one = await stage.ArriveAsync();
        var other = await stage.ArriveAsync();
        var mine = (await one.GetAsync(Reflection)).Form();
        var foreignToken = (await other.GetAsync(Reflection)).Document.QuerySelector("input[name=form-token]")!.GetAttribute("value")!;

        var refused = await one.Visitor.SubmitAsync(mine, ("form-token", foreignToken), ("words.my-limit", "x"));
        var missing = await one.Visitor.PostAsync((await one.GetAsync(Reflection)).Address.AbsoluteUri, []);

        Assert.Equal(400, refused.Status);
        Assert.Equal(400, missing.Status);
        Assert.Equal("This form did not reach us whole", refused.Heading);
    }

    [Fact]
    public async Task What_stands_instead_of_a_page_is_in_the_language_of_the_session()
    {
        var mentor = await stage.ArriveAsync(locale: "es");

        Assert.Equal("No hay nada en esta dirección", (await mentor.GetAsync("/nothing/here")).Heading);
        stage.Clock.Advance(TimeSpan.FromHours(13));
        Assert.Equal("Vuelve a abrir esto desde tu curso", (await mentor.HomeAsync()).Heading);
    }
}
