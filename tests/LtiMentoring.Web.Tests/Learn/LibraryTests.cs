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
        var kept = await mentor.Visitor.SubmitAsync(lesson.Form("form[action*=Keep]"), ("keep", "true"));
        await mentor.Visitor.SubmitAsync(lesson.Form("form[action*=Keep]"), ("keep", "true"));
        Assert.Equal(["A goal"], Links(await mentor.GetAsync("/library"), "kept"));

        await mentor.Visitor.SubmitAsync(kept.Form("form[action*=Keep]"), ("keep", "false"));

        Assert.Empty(Links(await mentor.GetAsync("/library"), "kept"));
    }
}
