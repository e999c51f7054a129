using LtiMentoring.Web.Tests.Hosts;

namespace LtiMentoring.Web.Tests.Learn;

public sealed class LessonTests(MentorStage stage) : IClassFixture<MentorStage>
{
    [Fact]
    public async Task Home_says_where_to_begin()
    {
        var home = await (await stage.ArriveAsync()).HomeAsync();

        Assert.Equal("Welcome, Renata", home.Heading);
        Assert.Contains("0 of 1 modules done. About 20 min left.", home.Text, StringComparison.Ordinal);
        Assert.Equal("Begin", home.Document.QuerySelector(".resume .btn")!.TextContent);
        Assert.Contains("Not started", home.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reading_on_finishes_a_page_and_opens_the_next()
    {
        var mentor = await stage.ArriveAsync();

        var next = await mentor.ReadAsync("what-it-is-for");

        Assert.Equal("Your role, in ten lines", next.Heading);
        Assert.Contains("Lesson 2 of 7", next.Text, StringComparison.Ordinal);
        Assert.NotNull(next.Document.QuerySelector("aside .path li.done"));
        var home = await mentor.HomeAsync();
        Assert.Contains("About 18 min left.", home.Text, StringComparison.Ordinal);
        Assert.Contains("In progress", home.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_to_acknowledge_waits_for_the_box()
    {
        var mentor = await stage.ArriveAsync();
        var page = await mentor.GetAsync($"/modules/{MentorWalk.Module}/your-role");

        var refused = await mentor.Visitor.SubmitAsync(page.Form());
        var accepted = await mentor.Visitor.SubmitAsync(refused.Form(), ("acknowledged", "true"));

        Assert.Equal("One thing to look at again", refused.Document.QuerySelector(".errors h2")!.TextContent);
        Assert.Equal("#acknowledged", refused.Document.QuerySelector(".errors a")!.GetAttribute("href"));
        Assert.Equal("Six people hear the same sentence", accepted.Heading);
    }

    [Fact]
    public async Task A_reflection_keeps_what_was_written_even_when_something_is_missing()
    {
        var mentor = await stage.ArriveAsync();
        var page = await mentor.GetAsync($"/modules/{MentorWalk.Module}/when-help-made-you-smaller");

        var refused = await mentor.Visitor.SubmitAsync(page.Form(), ("words.made-smaller", "They rewrote my plan. <b>All</b> of it."));
        var again = await mentor.GetAsync($"/modules/{MentorWalk.Module}/when-help-made-you-smaller");

        Assert.Single(refused.Document.QuerySelectorAll(".errors li"));
        Assert.Equal("They rewrote my plan. <b>All</b> of it.", refused.Document.QuerySelector("#made-smaller")!.TextContent);
        Assert.Equal("They rewrote my plan. <b>All</b> of it.", again.Document.QuerySelector("#made-smaller")!.TextContent);
        Assert.DoesNotContain("About 0 min", (await mentor.HomeAsync()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_note_beside_a_comparison_stays_with_its_writer()
    {
        var mentor = await stage.ArriveAsync();
        var page = await mentor.GetAsync($"/modules/{MentorWalk.Module}/ways-to-help");
        await mentor.Visitor.SubmitAsync(page.Form(), ("words.note", "I had none of these."));
        var other = await stage.ArriveAsync();

        Assert.Contains("I had none of these.", (await mentor.GetAsync($"/modules/{MentorWalk.Module}/ways-to-help")).Html, StringComparison.Ordinal);
        Assert.DoesNotContain("I had none of these.", (await other.GetAsync($"/modules/{MentorWalk.Module}/ways-to-help")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lesson_can_be_finished_twice_without_harm()
    {
        var mentor = await stage.ArriveAsync(subject: "twice");
        var page = await mentor.GetAsync($"/modules/{MentorWalk.Module}/what-it-is-for");

        var both = await Task.WhenAll(mentor.Visitor.SubmitAsync(page.Form()), mentor.Visitor.SubmitAsync(page.Form()));

        Assert.All(both, next => Assert.Equal(200, next.Status));
        Assert.Single(await stage.RowsAsync("twice", (db, person) => db.FinishedLessons.Where(row => row.PersonId == person)));
    }

    [Theory]
    [InlineData("/modules/nothing")]
    [InlineData("/modules/01-role-and-models/nothing")]
    [InlineData("/practice/01-role-and-models/what-it-is-for")]
    [InlineData("/practice/run/nothing")]
    [InlineData("/complete/nothing")]
    [InlineData("/nothing/at/all")]
    public async Task An_address_with_nothing_at_it_says_so(string path)
    {
        var page = await (await stage.ArriveAsync()).GetAsync(path);

        Assert.Equal(404, page.Status);
        Assert.Equal("There is nothing at this address", page.Heading);
    }

    [Fact]
    public async Task The_language_can_be_changed_and_stays()
    {
        var mentor = await stage.ArriveAsync();

        var spanish = await mentor.GetAsync("/?lang=es");
        var still = await mentor.HomeAsync();

        Assert.Contains("módulos listos", spanish.Text, StringComparison.Ordinal);
        Assert.Contains("módulos listos", still.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_districts_name_stands_in_the_text()
    {
        var page = await (await stage.ArriveAsync()).GetAsync($"/modules/{MentorWalk.Module}/your-role");

        Assert.Contains("This is the role as Lakeview describes it.", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("{district}", page.Text, StringComparison.Ordinal);
    }
}
