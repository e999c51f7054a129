using System.Text.Json.Nodes;
using LtiMentoring.Web.Tests.Hosts;

namespace LtiMentoring.Web.Tests.Learn;

public sealed class PrerequisiteTests(KindsStage stage, ShippedStage shipped) : IClassFixture<KindsStage>, IClassFixture<ShippedStage>
{
    [Fact]
    public async Task A_module_that_is_not_open_yet_says_what_comes_first()
    {
        var page = await (await stage.ArriveAsync()).GetAsync("/modules/second/after");

        Assert.Equal(200, page.Status);
        Assert.Contains("This opens after:", page.Text, StringComparison.Ordinal);
        Assert.EndsWith("/modules/first", page.Document.QuerySelector("main .list a")!.GetAttribute("href"), StringComparison.Ordinal);
        Assert.Null(page.Document.QuerySelector("main form"));
    }

    [Fact]
    public async Task An_activity_for_it_names_itself_and_what_comes_first_on_course_home()
    {
        var mentor = await stage.ArriveAsync(module: "second");
        var first = await stage.ArriveAsync(module: "first");

        Assert.Equal("This activity is for “The second module”. It opens after “The first module”.", (await mentor.HomeAsync()).Document.QuerySelector("main .notice")!.TextContent);
        Assert.Null((await first.HomeAsync()).Document.QuerySelector("main .notice"));
        await KindsStage.FinishFirstAsync(mentor);
        Assert.Null((await mentor.HomeAsync()).Document.QuerySelector("main .notice"));
    }

    [Fact]
    public async Task Whoever_places_it_is_told_what_comes_first()
    {
        using var trainer = new Visitor();

        var picker = await stage.SendAsync(trainer, "LtiDeepLinkingRequest", "http://purl.imsglobal.org/vocab/lis/v2/membership#Instructor", new JsonObject
        {
            ["https://purl.imsglobal.org/spec/lti/claim/resource_link"] = null,
            ["https://purl.imsglobal.org/spec/lti-dl/claim/deep_linking_settings"] = JsonNode.Parse("""{"deep_link_return_url":"https://lms.example.org/here","accept_types":["ltiResourceLink"]}"""),
        });

        var box = picker.Document.QuerySelector("input[value=second]")!;
        Assert.Equal("Opens for a mentor after: The first module", picker.Document.GetElementById(box.GetAttribute("aria-describedby")!)!.TextContent);
        Assert.Null(picker.Document.QuerySelector("input[value=first]")!.GetAttribute("aria-describedby"));
    }

    [Fact]
    public async Task Its_form_cannot_be_sent_either()
    {
        var mentor = await stage.ArriveAsync(subject: "early");
        var page = await mentor.GetAsync("/modules/first/before");

        await mentor.Visitor.PostAsync(page.Address.AbsolutePath.Replace("first/before", "second/after", StringComparison.Ordinal),
            page.Carried(("words.wait", "often")));

        Assert.Empty(await stage.RowsAsync("early", (db, person) => db.FinishedLessons.Where(row => row.PersonId == person)));
        Assert.Empty(await stage.RowsAsync("early", (db, person) => db.Writings.Where(row => row.PersonId == person)));
    }

    [Fact]
    public async Task A_conversation_in_it_cannot_be_begun_either()
    {
        var mentor = await shipped.ArriveAsync(subject: "too-early");
        var page = await mentor.GetAsync("/practice/01-role-and-models/can-you-just-write-it");

        var sent = await mentor.Visitor.PostAsync(
            page.Address.AbsolutePath.Replace("01-role-and-models/can-you-just-write-it", "02-first-meeting/three-fifteen-room-114", StringComparison.Ordinal),
            page.Carried());

        Assert.Contains("This opens after:", sent.Text, StringComparison.Ordinal);
        Assert.Empty(await shipped.RowsAsync("too-early", (db, person) => db.Attempts.Where(row => row.PersonId == person)));
    }

    [Fact]
    public async Task It_opens_when_that_is_complete()
    {
        var mentor = await stage.ArriveAsync();

        await KindsStage.FinishFirstAsync(mentor);

        Assert.NotNull((await mentor.GetAsync("/modules/second/after")).Document.QuerySelector("main form"));
    }

    [Fact]
    public async Task Staff_may_look_at_everything() =>
        Assert.NotNull((await (await stage.ArriveAsync("Instructor")).GetAsync("/modules/second/after")).Document.QuerySelector("main form"));
}
