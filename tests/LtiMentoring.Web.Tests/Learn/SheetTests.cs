using LtiMentoring.Web.Tests.Hosts;

namespace LtiMentoring.Web.Tests.Learn;

public sealed class SheetTests(KindsStage stage) : IClassFixture<KindsStage>
{
    [Fact]
    public async Task An_agreement_waits_for_the_box_and_keeps_the_words_meanwhile()
    {
        var mentor = await stage.ArriveAsync();

        var refused = await KindsStage.DoAsync(mentor, "first/promises", ("words.day", "We meet on Mondays."));

        Assert.Equal("#acknowledged", refused.Document.QuerySelector(".errors a")!.GetAttribute("href"));
        Assert.Contains("We meet on Mondays.", refused.Document.QuerySelector("#day")!.TextContent, StringComparison.Ordinal);
        Assert.Null(refused.Document.QuerySelector("#keep"));
    }

    [Fact]
    public async Task Each_change_of_an_agreement_is_a_dated_copy_of_its_own()
    {
        var mentor = await stage.ArriveAsync();
        await KindsStage.DoAsync(mentor, "first/promises", ("words.day", "We meet on Mondays."), ("words.review.on", "2027-01-14"), ("acknowledged", "true"));
        stage.Clock.Advance(TimeSpan.FromHours(3));

        await KindsStage.DoAsync(mentor, "first/promises", ("words.day", "We meet on Fridays."), ("acknowledged", "true"));
        await KindsStage.DoAsync(mentor, "first/promises", ("words.day", "We meet on Fridays."), ("acknowledged", "true"));

        var page = await mentor.GetAsync("/modules/first/promises");
        Assert.Equal(2, page.Document.QuerySelectorAll("#revisions ~ ul li").Length);
        var first = await mentor.GetAsync("/modules/first/promises/copy/1");
        Assert.Contains("We keep what we hear.", first.Text, StringComparison.Ordinal);
        Assert.Contains("We meet on Mondays.", first.Text, StringComparison.Ordinal);
        Assert.Contains("January 14, 2027", first.Text, StringComparison.Ordinal);
        Assert.Contains("We meet on Fridays.", (await mentor.GetAsync("/modules/first/promises/copy/2")).Text, StringComparison.Ordinal);
        Assert.Equal(404, (await mentor.GetAsync("/modules/first/promises/copy/3")).Status);
    }

    [Fact]
    public async Task A_line_that_was_emptied_stands_on_no_copy()
    {
        var mentor = await stage.ArriveAsync();
        await KindsStage.DoAsync(mentor, "first/promises", ("words.day", ""), ("acknowledged", "true"));

        var copy = await mentor.GetAsync("/modules/first/promises/copy/1");
        var form = await mentor.GetAsync("/modules/first/promises");

        Assert.Equal("We keep what we hear.", Assert.Single(copy.Document.QuerySelectorAll(".clauses li")).TextContent.Trim());
        Assert.Equal("", form.Document.QuerySelector("#day")!.TextContent);
    }

    [Fact]
    public async Task A_box_that_was_checked_stays_checked_while_something_else_is_missing()
    {
        var mentor = await stage.ArriveAsync();

        var refused = await KindsStage.DoAsync(mentor, "first/promises", ("words.review.on", "in May"), ("acknowledged", "true"));

        Assert.True(refused.Document.QuerySelector("#acknowledged")!.HasAttribute("checked"));
    }

    [Fact]
    public async Task Two_tabs_that_keep_a_sheet_at_once_keep_both_copies()
    {
        var mentor = await stage.ArriveAsync(subject: "two-tabs");
        var page = await mentor.GetAsync("/modules/first/goal");

        await Task.WhenAll(Enumerable.Range(1, 4).Select(tab =>
            mentor.Visitor.PostAsync(page.Address.AbsoluteUri, page.Carried(("words.seen", $"From tab {tab}.")))));

        Assert.Equal([1, 2, 3, 4], (await stage.RowsAsync("two-tabs", (db, person) => db.SheetRevisions.Where(row => row.PersonId == person).Select(row => row.Number))).Order());
    }

    [Fact]
    public async Task Nobody_else_reads_a_sheet()
    {
        var mentor = await stage.ArriveAsync();
        await KindsStage.DoAsync(mentor, "first/goal", ("words.seen", "The bell, and then quiet."));

        var other = await stage.ArriveAsync();

        Assert.Contains("The bell, and then quiet.", (await mentor.GetAsync("/modules/first/goal")).Html, StringComparison.Ordinal);
        Assert.DoesNotContain("The bell", (await other.GetAsync("/modules/first/goal")).Html, StringComparison.Ordinal);
        Assert.Equal(404, (await other.GetAsync("/modules/first/goal/copy/1")).Status);
    }

    [Fact]
    public async Task A_goal_stays_on_its_page_and_then_leads_on()
    {
        var mentor = await stage.ArriveAsync();

        var kept = await KindsStage.DoAsync(mentor, "first/goal", ("words.seen", "The bell."), ("words.review.on", "2026-11-14"));

        Assert.Equal("A goal", kept.Heading);
        Assert.Equal("2026-11-14", kept.Document.QuerySelector("input[type=date]")!.GetAttribute("value"));
        Assert.EndsWith("/modules/first/meetings", kept.Document.QuerySelector("#kept .btn")!.GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_day_that_is_no_day_is_asked_for_again()
    {
        var mentor = await stage.ArriveAsync();

        var refused = await KindsStage.DoAsync(mentor, "first/goal", ("words.seen", "The bell."), ("words.review.on", "next week"));

        Assert.Equal("#review.on", refused.Document.QuerySelector(".errors a")!.GetAttribute("href"));
        Assert.Contains("The bell.", refused.Document.QuerySelector("#seen")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("The bell.", (await (await stage.ArriveAsync()).GetAsync("/modules/first/goal")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_promise_has_a_name_of_its_own()
    {
        var page = await (await stage.ArriveAsync()).GetAsync("/modules/first/promises");

        var labels = page.Document.QuerySelectorAll("ol.clauses label").Select(label => label.TextContent).ToList();
        Assert.NotEmpty(labels);
        Assert.Equal(labels.Count, labels.Distinct().Count());
    }

    [Fact]
    public async Task A_week_before_its_day_a_sheet_asks_to_be_looked_at_again_until_it_has_another_day()
    {
        var day = stage.Clock.GetUtcNow().AddDays(40).ToString("yyyy-MM-dd", null);
        await KindsStage.DoAsync(await stage.ArriveAsync(subject: "looks-again"), "first/promises", ("words.day", "We meet on Mondays."), ("words.review.on", day), ("acknowledged", "true"));
        static IEnumerable<string> Asked(Page home) => home.Document.QuerySelectorAll("aside .mine h3 + ul a").Select(link => link.TextContent);
        Assert.Empty(Asked(await (await stage.ArriveAsync(subject: "looks-again")).HomeAsync()));

        stage.Clock.Advance(TimeSpan.FromDays(34));
        var mentor = await stage.ArriveAsync(subject: "looks-again");
        Assert.Equal(["Our promises"], Asked(await mentor.HomeAsync()));
        Assert.Empty(Asked(await (await stage.ArriveAsync()).HomeAsync()));

        await KindsStage.DoAsync(mentor, "first/promises", ("words.day", "We meet on Mondays."), ("words.review.on", stage.Clock.GetUtcNow().AddDays(90).ToString("yyyy-MM-dd", null)), ("acknowledged", "true"));
        Assert.Empty(Asked(await mentor.HomeAsync()));
    }
}
