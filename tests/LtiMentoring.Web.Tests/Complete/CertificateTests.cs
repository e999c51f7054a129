using LtiMentoring.Web.Tests.Hosts;

namespace LtiMentoring.Web.Tests.Complete;

public sealed class CertificateTests(KindsStage stage) : IClassFixture<KindsStage>
{
    async Task<(MentorWalk Mentor, Page Page)> MakeAsync(string name = "Renata Okafor")
    {
        var mentor = await stage.ArriveAsync();
        await KindsStage.FinishFirstAsync(mentor);
        var page = await mentor.GetAsync("/certificate/first");
        return (mentor, await mentor.Visitor.SubmitAsync(page.Form(), ("name", name)));
    }

    static string Code(Page page) => page.Document.QuerySelector(".certificate .num")!.TextContent;

    [Fact]
    public async Task It_waits_until_there_is_something_to_certify()
    {
        var page = await (await stage.ArriveAsync()).GetAsync("/certificate");

        Assert.Equal("Not complete yet", page.Heading);
        Assert.Null(page.Document.QuerySelector("main form"));
    }

    [Fact]
    public async Task It_says_who_completed_what_and_when_and_no_more()
    {
        var (_, page) = await MakeAsync("Renata  A.\nOkafor");

        Assert.Equal("Renata A. Okafor", page.Heading);
        Assert.Contains("The first module", page.Text, StringComparison.Ordinal);
        Assert.Contains("Wednesday, August 26, 2026", page.Text, StringComparison.Ordinal);
        Assert.Contains("Lakeview", page.Text, StringComparison.Ordinal);
        Assert.Matches("^([2-9A-HJKMNP-TV-Z]{4}-){3}[2-9A-HJKMNP-TV-Z]{4}$", Code(page));
    }

    [Fact]
    public async Task Anybody_who_has_the_code_can_check_it_however_it_is_typed()
    {
        var (_, page) = await MakeAsync();
        using var stranger = new Visitor { Destination = "document" };

        var typed = Code(page).Replace("-", " ", StringComparison.Ordinal).ToLowerInvariant();
        var found = await stranger.GetAsync($"{stage.Tool.Address}/certificates?code={Uri.EscapeDataString(typed)}");
        var linked = await stranger.GetAsync($"{stage.Tool.Address}/certificates/{Code(page)}");

        Assert.All([found, linked], check =>
        {
            Assert.Contains("This certificate is genuine.", check.Text, StringComparison.Ordinal);
            Assert.Contains("Renata Okafor", check.Text, StringComparison.Ordinal);
        });
    }

    [Theory]
    [InlineData("AAAA-BBBB-CCCC-DDDD")]
    [InlineData("nonsense")]
    [InlineData("' OR 1=1 --")]
    public async Task A_code_that_was_never_given_out_is_none(string code)
    {
        await MakeAsync();
        using var stranger = new Visitor { Destination = "document" };

        var page = await stranger.GetAsync($"{stage.Tool.Address}/certificates?code={Uri.EscapeDataString(code)}");

        Assert.Equal(200, page.Status);
        Assert.Contains("There is no certificate with this code.", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Renata", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Asking_again_gives_the_same_one()
    {
        var (mentor, first) = await MakeAsync();

        var again = await mentor.GetAsync("/certificate/first");

        Assert.Equal(Code(first), Code(again));
        Assert.Null(again.Document.QuerySelector("main form"));
    }

    [Fact]
    public async Task It_needs_a_name()
    {
        var (_, page) = await MakeAsync("  ");

        Assert.Equal("#name", page.Document.QuerySelector(".errors a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task A_preview_makes_none()
    {
        var page = await (await stage.ArriveAsync("Instructor")).GetAsync("/certificate");

        Assert.Null(page.Document.QuerySelector("main form"));
    }

    [Fact]
    public async Task A_stranger_may_read_it_in_another_language()
    {
        using var stranger = new Visitor();
        var page = await stranger.GetAsync($"{stage.Tool.Address}/certificates/nothing");

        var spanish = await stranger.GetAsync(page.Document.QuerySelector("footer a[hreflang=es]")!.GetAttribute("href")!);

        Assert.Equal("es-US", spanish.Document.DocumentElement.GetAttribute("lang"));
        Assert.NotEqual(page.Heading, spanish.Heading);
    }
}
