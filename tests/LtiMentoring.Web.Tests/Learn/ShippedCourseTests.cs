using LtiMentoring.Training.Curriculum;
using LtiMentoring.Training.Learn;
using LtiMentoring.Web.Tests.Hosts;

namespace LtiMentoring.Web.Tests.Learn;

public sealed class ShippedCourseTests(ShippedStage stage) : IClassFixture<ShippedStage>
{
    static readonly Course Course = CourseFolder.Read(Path.Combine(AppContext.BaseDirectory, "Curriculum"));

    [Theory]
    [InlineData("en-US")]
    [InlineData("es")]
    public async Task Every_lesson_opens_and_leaves_no_word_to_fill_in(string locale)
    {
        var staff = await stage.ArriveAsync("Instructor", locale: locale);

        foreach (var module in Course.Modules)
            foreach (var lesson in module.Lessons)
            {
                var page = await staff.GetAsync($"/modules/{module.Id}/{lesson.Id}");
                Assert.True(page.Status == 200, $"{module.Id}/{lesson.Id} answered {page.Status}");
                Assert.NotEmpty(page.Heading);
                Assert.DoesNotMatch(@"\{[a-z-]+\}", page.Document.QuerySelector("main")!.TextContent);
            }
    }

    [Fact]
    public async Task A_mentor_sees_ten_modules_and_begins_with_the_first()
    {
        var home = await (await stage.ArriveAsync()).HomeAsync();

        Assert.Equal(10, home.Document.QuerySelectorAll("ol.path > li").Length);
        Assert.Contains("0 of 10 modules done.", home.Text, StringComparison.Ordinal);
        Assert.EndsWith("/modules/00-welcome/how-this-works", home.Document.QuerySelector(".resume .btn")!.GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_activity_for_one_module_begins_in_that_module_or_in_one_that_comes_before_it()
    {
        var open = await (await stage.ArriveAsync(module: "01-role-and-models")).HomeAsync();
        var notYet = await (await stage.ArriveAsync(module: "03-listening")).HomeAsync();

        Assert.EndsWith("/modules/01-role-and-models/what-it-is-for", open.Document.QuerySelector(".resume .btn")!.GetAttribute("href"), StringComparison.Ordinal);
        Assert.StartsWith("1. ", open.Document.QuerySelector("ol.path li.here h3")!.TextContent.Trim(), StringComparison.Ordinal);
        var staff = await (await stage.ArriveAsync("Instructor", module: "03-listening")).HomeAsync();
        Assert.StartsWith("3. ", staff.Document.QuerySelector("ol.path li.here h3")!.TextContent.Trim(), StringComparison.Ordinal);
        Assert.StartsWith("1. ", notYet.Document.QuerySelector("ol.path li.here h3")!.TextContent.Trim(), StringComparison.Ordinal);
        Assert.EndsWith("/modules/01-role-and-models/what-it-is-for", notYet.Document.QuerySelector(".resume .btn")!.GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_escalation_card_and_the_facilitator_guide_stand_in_the_library()
    {
        var library = await (await stage.ArriveAsync()).GetAsync("/library");

        var cards = library.Document.QuerySelectorAll("section[aria-labelledby=cards] a").Select(link => link.GetAttribute("href")!.Split('/')[^1]).ToList();
        Assert.Contains("escalation-card", cards);
        Assert.Contains("facilitator-guide", cards);
    }

    [Fact]
    public async Task Words_that_are_not_translated_say_which_language_they_are_in()
    {
        var staff = await stage.ArriveAsync("Instructor", locale: "es");

        var untranslated = await staff.GetAsync("/modules/04-confidence/what-cannot-stay");
        var translated = await staff.GetAsync($"/practice/{MentorWalk.Module}/{MentorWalk.RolePlay}");

        Assert.Equal("es-US", untranslated.Document.DocumentElement.GetAttribute("lang"));
        Assert.Equal("en", untranslated.Document.QuerySelector("article > div")!.GetAttribute("lang"));
        Assert.Equal("¿Me lo escribes tú?", translated.Heading);
        Assert.Null(translated.Document.QuerySelector("h1[lang]"));
    }

    [Fact]
    public async Task Modules_have_the_number_by_which_lessons_call_them()
    {
        var mentor = await stage.ArriveAsync();

        var titles = (await mentor.HomeAsync()).Document.QuerySelectorAll("ol.path h3").Select(title => title.TextContent.Trim()).ToList();
        Assert.StartsWith("0. ", titles[0], StringComparison.Ordinal);
        Assert.Equal("4. What stays here, and what cannot", titles[4]);
        Assert.Equal("1. ", (await mentor.GetAsync("/modules/01-role-and-models/your-role")).Document.QuerySelector(".place a")!.TextContent[..3]);
        Assert.Equal("1. ", (await mentor.GetAsync("/practice/01-role-and-models/can-you-just-write-it")).Document.QuerySelector(".place a")!.TextContent[..3]);
    }

    [Fact]
    public async Task Whoever_reads_Spanish_is_told_what_is_in_English_for_now()
    {
        var mentor = await stage.ArriveAsync("Instructor", locale: "es");
        const string Told = "Por ahora esto está en inglés.";

        var modules = (await mentor.HomeAsync()).Document.QuerySelectorAll("ol.path").First().QuerySelectorAll("li");
        Assert.Equal([.. Enumerable.Repeat(false, 4), .. Enumerable.Repeat(true, 6)], modules.Select(module => module.TextContent.Contains(Told, StringComparison.Ordinal)));
        Assert.Contains(Told, (await mentor.GetAsync("/modules/04-confidence/the-second-sentence")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Told, (await mentor.GetAsync("/modules/01-role-and-models/your-role")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("For now this is in", (await (await stage.ArriveAsync("Instructor")).HomeAsync()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_card_of_a_module_that_is_not_open_says_what_comes_first()
    {
        var library = await (await stage.ArriveAsync()).GetAsync("/library");

        var card = library.Document.QuerySelectorAll("section[aria-labelledby=cards] li").Single(item => item.QuerySelector("a")!.GetAttribute("href")!.EndsWith("/escalation-card", StringComparison.Ordinal));
        Assert.Matches(@"Opens after: 2\. ", card.TextContent);
    }
}
