using System.Text.Json.Nodes;
using LtiMentoring.Web.Storage;
using LtiMentoring.Web.Tests.Hosts;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace LtiMentoring.Web.Tests.Launch;

/// <summary>A trainer chooses what to place, over HTTP, and what goes back to the LMS.</summary>
public sealed class PlaceTests(LaunchStage stage) : IClassFixture<LaunchStage>
{
    const string Lti = "https://purl.imsglobal.org/spec/lti/claim/";
    const string DeepLinking = "https://purl.imsglobal.org/spec/lti-dl/claim/";
    const string Module = "what-a-mentor-is";

    async Task<Page> OpenAsync(Visitor visitor, string settings = "", string types = "ltiResourceLink") => await stage.LaunchAsync(visitor, new LaunchCase
    {
        About = "a trainer comes to choose",
        Expect = "",
        Payload = new()
        {
            [Lti + "message_type"] = "LtiDeepLinkingRequest",
            [Lti + "resource_link"] = null,
            [Lti + "roles"] = new JsonArray("http://purl.imsglobal.org/vocab/lis/v2/membership#Instructor"),
            [DeepLinking + "deep_linking_settings"] = JsonNode.Parse(
                $$"""{"deep_link_return_url":"https://return.lms.example.org/here?a=1","accept_types":["{{types}}"]{{settings}}}"""),
        },
    });

    static JsonObject Answer(Page page) => JsonNode.Parse(WebEncoders.Base64UrlDecode(
        page.Document.QuerySelector("input[name=JWT]")!.GetAttribute("value")!.Split('.')[1]))!.AsObject();

    static JsonArray Items(Page page) => Answer(page)[DeepLinking + "content_items"]!.AsArray();

    /// <summary>The first module that can be chosen, after the whole course.</summary>
    static string First(Page picker) => picker.Document.QuerySelector("#choice-1")!.GetAttribute("value")!;

    [Fact]
    public async Task A_module_goes_back_with_its_name_its_column_and_where_it_came_from()
    {
        using var visitor = new Visitor();
        var picker = await OpenAsync(visitor, ""","data":"for you alone","accept_lineitem":true""");
        var module = First(picker);

        var sent = await visitor.SubmitAsync(picker.Form(), ("choice", module), ("column", "true"), ("due", "2026-10-02"));

        var form = sent.Document.QuerySelector("form[data-send]")!;
        Assert.Equal(("post", "https://return.lms.example.org/here?a=1"), (form.GetAttribute("method"), form.GetAttribute("action")));
        Assert.Contains("form-action 'self' https://return.lms.example.org ", sent.Headers["Content-Security-Policy"], StringComparison.Ordinal);
        Assert.Equal("for you alone", (string?)Answer(sent)[DeepLinking + "data"]);
        Assert.Equal(("client-1", "https://lms.example.org", "1"),
            ((string?)Answer(sent)["iss"], (string?)Answer(sent)["aud"], (string?)Answer(sent)[Lti + "deployment_id"]));
        var item = Items(sent).Single()!;
        Assert.Equal(("ltiResourceLink", $"{stage.Tool.Address}/lti/launch"), ((string?)item["type"], (string?)item["url"]));
        Assert.Equal(module, (string?)item["custom"]!["module"]);
        Assert.Equal(("$Context.id.history", "$ResourceLink.id.history"), ((string?)item["custom"]!["context_history"], (string?)item["custom"]!["link_history"]));
        Assert.Equal((module, "completion", 1.0), ((string?)item["lineItem"]!["resourceId"], (string?)item["lineItem"]!["tag"], (double)item["lineItem"]!["scoreMaximum"]!));
        Assert.Equal("2026-10-02T23:59:00-05:00", (string?)item["submission"]!["endDateTime"]);
    }

    [Fact]
    public async Task What_is_placed_opens_that_module()
    {
        using var trainer = new Visitor();
        var picker = await OpenAsync(trainer);
        var custom = Items(await trainer.SubmitAsync(picker.Form(), ("choice", First(picker)))).Single()!["custom"]!;
        using var mentor = new Visitor();

        await stage.LaunchAsync(mentor, new LaunchCase
        {
            About = "a mentor opens what was placed", Expect = "",
            Payload = new() { [Lti + "custom"] = custom.DeepClone(), [Lti + "resource_link"] = new JsonObject { ["id"] = "placed-1" } },
        });

        Assert.Equal(First(picker), await ModuleOfAsync("placed-1"));
    }

    [Fact]
    public async Task The_whole_course_is_a_choice_too()
    {
        using var visitor = new Visitor();
        var picker = await OpenAsync(visitor);

        var item = Items(await visitor.SubmitAsync(picker.Form(), ("choice", "*"))).Single()!;

        Assert.False(item["custom"]!.AsObject().ContainsKey("module"));
        Assert.NotNull((string?)item["custom"]!["course"]);
    }

    [Fact]
    public async Task Several_go_back_when_the_LMS_takes_several()
    {
        using var visitor = new Visitor();
        var picker = await OpenAsync(visitor, ""","accept_multiple":"true" """);
        Assert.NotEmpty(picker.Document.QuerySelectorAll("input[type=checkbox][name=choice]"));
        var module = First(picker);

        var sent = await visitor.PostAsync(picker.Address.AbsoluteUri, picker.Carried(("choice", "*"), ("choice", module)));

        Assert.Equal(2, Items(sent).Count);
    }

    [Theory]
    [InlineData(""","accept_multiple":"false" """)]
    [InlineData("")]
    public async Task One_is_all_that_an_LMS_gets_that_takes_one(string settings)
    {
        using var visitor = new Visitor();
        var picker = await OpenAsync(visitor, settings);
        Assert.NotEmpty(picker.Document.QuerySelectorAll("input[type=radio][name=choice]"));

        var refused = await visitor.PostAsync(picker.Address.AbsoluteUri, picker.Carried(("choice", "*"), ("choice", First(picker))));

        Assert.Equal("Your LMS takes one at a time here. Choose one.", refused.Document.QuerySelector("#choice-wrong")!.TextContent);
        Assert.Null(refused.Document.QuerySelector("input[name=JWT]"));
    }

    [Fact]
    public async Task No_column_is_asked_for_where_none_is_made_or_none_is_wanted()
    {
        using var visitor = new Visitor();
        var without = await OpenAsync(visitor, ""","accept_lineitem":false""");
        Assert.Null(without.Document.QuerySelector("#column"));
        Assert.Null(Items(await visitor.SubmitAsync(without.Form(), ("choice", "*"), ("column", "true"))).Single()!["lineItem"]);

        using var another = new Visitor();
        var unwanted = await OpenAsync(another, ""","accept_lineitem":true""");
        Assert.Null(Items(await another.PostAsync(unwanted.Address.AbsoluteUri, unwanted.Carried(("choice", "*")))).Single()!["lineItem"]);
    }

    [Fact]
    public async Task An_LMS_that_takes_no_links_is_told_so_and_gets_nothing()
    {
        using var visitor = new Visitor();
        var picker = await OpenAsync(visitor, types: "html");

        Assert.Null(picker.Document.QuerySelector("input[name=choice]"));
        Assert.Empty(Items(await visitor.SubmitAsync(picker.Form("form[action$='/place/nothing']"))));
    }

    [Fact]
    public async Task What_was_filled_in_stays_when_nothing_was_chosen()
    {
        using var visitor = new Visitor();
        var picker = await OpenAsync(visitor);

        var again = await visitor.SubmitAsync(picker.Form(), ("due", "2026-10-02"));

        Assert.Equal("2026-10-02", again.Document.QuerySelector("#due")!.GetAttribute("value"));
        Assert.Equal("Choose what to add.", again.Document.QuerySelector("#choice-wrong")!.TextContent);
    }

    [Fact]
    public async Task A_last_day_that_is_over_is_asked_for_again_and_today_is_not()
    {
        using var visitor = new Visitor();
        var picker = await OpenAsync(visitor);
        // Just after midnight in Greenwich it is still yesterday in Chicago.
        var today = TimeZoneInfo.ConvertTime(stage.Clock.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById("America/Chicago"));

        var over = await visitor.SubmitAsync(picker.Form(), ("choice", First(picker)), ("due", $"{today.AddDays(-1):yyyy-MM-dd}"));
        var sent = await visitor.SubmitAsync(over.Form(), ("choice", First(picker)), ("due", $"{today:yyyy-MM-dd}"));

        Assert.Equal("That day is over. Choose today or a later day.", over.Document.QuerySelector("#due-wrong")!.TextContent);
        Assert.Equal(First(picker), over.Document.QuerySelector("input[name=choice][checked]")!.GetAttribute("value"));
        Assert.Single(Items(sent));
    }

    [Fact]
    public async Task A_session_for_choosing_opens_no_page_of_the_course_and_a_mentors_opens_no_picker()
    {
        using var trainer = new Visitor();
        var picker = await OpenAsync(trainer);
        using var mentor = new Visitor();
        var home = await stage.LaunchAsync(mentor);

        Assert.Equal(403, (await trainer.GetAsync(picker.Address.AbsoluteUri.Replace("/place", "/notes", StringComparison.Ordinal))).Status);
        Assert.Equal(403, (await mentor.GetAsync(home.Address.AbsoluteUri + "place")).Status);
    }

    [Theory]
    [InlineData("link_history", "older,known-link")]
    [InlineData("context_history", "older,known-course")]
    public async Task A_copied_link_that_lost_its_module_finds_it_through_where_it_came_from(string parameter, string history)
    {
        using var first = new Visitor();
        await stage.LaunchAsync(first, new LaunchCase
        {
            About = "the original", Expect = "",
            Payload = new()
            {
                [Lti + "custom"] = new JsonObject { ["module"] = Module }, [Lti + "context"] = new JsonObject { ["id"] = "known-course" },
                [Lti + "resource_link"] = new JsonObject { ["id"] = "known-link", ["title"] = "Listening" },
            },
        });
        using var second = new Visitor();

        await stage.LaunchAsync(second, new LaunchCase
        {
            About = "the copy", Expect = "",
            Payload = new()
            {
                [Lti + "custom"] = new JsonObject { [parameter] = history }, [Lti + "context"] = new JsonObject { ["id"] = "new-course" },
                [Lti + "resource_link"] = new JsonObject { ["id"] = $"copy-by-{parameter}", ["title"] = "Listening" },
            },
        });

        Assert.Equal(Module, await ModuleOfAsync($"copy-by-{parameter}"));
    }

    [Fact]
    public async Task Brightspace_tells_it_in_a_claim_of_its_own()
    {
        using var first = new Visitor();
        await stage.LaunchAsync(first, new LaunchCase
        {
            About = "the original", Expect = "",
            Payload = new() { [Lti + "custom"] = new JsonObject { ["module"] = Module }, [Lti + "resource_link"] = new JsonObject { ["id"] = "d2l-original" } },
        });
        using var second = new Visitor();

        await stage.LaunchAsync(second, new LaunchCase
        {
            About = "the copy", Expect = "",
            Payload = new()
            {
                [Lti + "custom"] = new JsonObject { ["link_history"] = "$ResourceLink.id.history" }, ["ext_d2l_resource_link_id_history"] = "d2l-original,older",
                [Lti + "resource_link"] = new JsonObject { ["id"] = "d2l-copy" },
            },
        });

        Assert.Equal(Module, await ModuleOfAsync("d2l-copy"));
    }

    Task<string?> ModuleOfAsync(string link) =>
        stage.Tool.ReadAsync(db => db.PlacedLinks.IgnoreQueryFilters().Where(row => row.ResourceLinkId == link).Select(row => row.ModuleId).SingleAsync());
}
