using LtiMentoring.Web.Tests.Hosts;

namespace LtiMentoring.Web.Tests.Learn;

public sealed class LibraryTests(KindsStage stage) : IClassFixture<KindsStage>
{
    static IEnumerable<string> Links(Page page, string heading) =>
        page.Document.QuerySelectorAll($"section[aria-labelledby={heading}] a").Select(link => link.TextContent);

    [Fact]
    public async Task Cards_and_documents_of_the_course_stand_in_it()
    {
        var library = await (await stage.ArriveAsync()).GetAsync("/library");

        Assert.Equal(["A card to keep", "A form"], Links(library, "cards"));
        Assert.Empty(Links(library, "kept"));
    }

    [Fact]
    public async Task A_lesson_can_be_kept_and_let_go()
    {
        var mentor = await stage.ArriveAsync();
        var lesson = await mentor.GetAsync("/modules/first/goal");
        var kept = await mentor.Visitor.PressAsync(lesson, "button[name=keep]");
        await mentor.Visitor.PressAsync(lesson, "button[name=keep]");
        Assert.Equal(["A goal"], Links(await mentor.GetAsync("/library"), "kept"));

        await mentor.Visitor.PressAsync(kept, "button[name=keep]");

        Assert.Empty(Links(await mentor.GetAsync("/library"), "kept"));
    }

    [Fact]
    public async Task What_was_begun_on_the_page_stays_when_it_is_kept()
    {
        var mentor = await stage.ArriveAsync();
        var lesson = await mentor.GetAsync("/modules/first/goal");

        var kept = await mentor.Visitor.PressAsync(lesson, "button[name=keep]", ("words.seen", "Half a thought"));

        Assert.Equal("Half a thought", kept.Document.QuerySelector("[name='words.seen']")!.TextContent);
    }

    [Fact]
    public async Task Words_that_script_brings_when_a_page_is_left_stand_there_again()
    {
        var mentor = await stage.ArriveAsync();
        var lesson = await mentor.GetAsync("/modules/first/goal");
        var home = lesson.Address.AbsoluteUri[..lesson.Address.AbsoluteUri.IndexOf("/modules", StringComparison.Ordinal)];

        Assert.Equal(400, (await mentor.Visitor.PostAsync($"{home}/unsent", [new("page", "/modules/first/goal"), new("words.seen", "No token")])).Status);
        Assert.Equal(204, (await mentor.Visitor.PostAsync($"{home}/unsent", lesson.Carried(("page", "/modules/first/goal"), ("words.seen", "Left by a link")))).Status);

        Assert.Equal("Left by a link", (await mentor.GetAsync("/modules/first/goal")).Document.QuerySelector("[name='words.seen']")!.TextContent);
    }

    [Fact]
    public async Task A_field_that_was_emptied_stays_empty()
    {
        var mentor = await stage.ArriveAsync();
        var lesson = await mentor.GetAsync("/modules/first/goal");
        var home = lesson.Address.AbsoluteUri[..lesson.Address.AbsoluteUri.IndexOf("/modules", StringComparison.Ordinal)];
        await mentor.Visitor.PostAsync($"{home}/unsent", lesson.Carried(("page", "/modules/first/goal"), ("words.seen", "On second thought, no")));

        await mentor.Visitor.PostAsync($"{home}/unsent", lesson.Carried(("page", "/modules/first/goal"), ("words.seen", " ")));

        Assert.Equal("", (await mentor.GetAsync("/modules/first/goal")).Document.QuerySelector("[name='words.seen']")!.TextContent);
    }
}
