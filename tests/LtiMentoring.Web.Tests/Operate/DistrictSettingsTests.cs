using LtiMentoring.Web.Operate;
using LtiMentoring.Web.Storage;
using LtiMentoring.Web.Tests.Hosts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LtiMentoring.Web.Tests.Operate;

/// <summary>What a district sets, its mentors read. Administrators of the district set it, and nobody else.</summary>
public abstract class DistrictSettingsTests(MentorStage stage)
{
    public sealed class OnSqlite(MentorStage stage) : DistrictSettingsTests(stage), IClassFixture<MentorStage>;

    public sealed class OnPostgres(MentorStage.Postgres stage) : DistrictSettingsTests(stage), IClassFixture<MentorStage.Postgres>;

    const string Institution = "http://purl.imsglobal.org/vocab/lis/v2/institution/person#Administrator";

    static readonly (string, string)[] Good = [("Name", "Lakeview Unified"), ("Zone", "America/Denver"), ("Spoken", "en"), ("Spoken", "es"), ("Month", "7")];

    async Task<MentorWalk> AdministratorAsync() => await stage.ArriveAsync("Administrator");

    static Task<Page> SaveAsync(MentorWalk walk, Page page, params (string Name, string Value)[] fields) =>
        walk.Visitor.PostAsync(page.Form("form[action$='/district']").GetAttribute("action")!, page.Carried().Concat(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))));

    [Fact]
    public async Task Whom_to_call_stands_in_the_lessons_as_the_district_wrote_it()
    {
        var administrator = await AdministratorAsync();
        var saved = await SaveAsync(administrator, await administrator.GetAsync("/district"),
            [.. Good, ("Word[contact.en]", "Ms. Rivera *(ext. 12)*"), ("Purpose", "So that nobody *starts alone*."), ("Keep", "24")]);
        // What is saved is recorded, so the page does not say what a preview says.
        Assert.Null(saved.Document.QuerySelector(".preview"));
        Assert.Equal("la coordinación de tu programa", saved.Document.QuerySelector("[id='Word-contact.es-hint'] span[lang=es]")!.TextContent);
        Assert.Equal("Saved.", saved.Document.QuerySelector(".notice[role=status]")!.TextContent);
        var mentor = await stage.ArriveAsync();

        var home = await mentor.HomeAsync();

        Assert.Contains("Ms. Rivera *(ext. 12)*", (await PageWithContactAsync(mentor)).Text, StringComparison.Ordinal);
        Assert.Equal("starts alone", home.Document.QuerySelector("details em")!.TextContent);
        Assert.Contains("Lakeview Unified", home.Document.QuerySelector(".foot")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("24 months", (await mentor.GetAsync("/what-my-district-sees")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_an_operator_sets_a_mentor_reads()
    {
        using var browser = new Operator(stage.Tool.Address);
        await using (var scope = stage.Tool.Services.CreateAsyncScope())
            await browser.EnterAsync(await scope.ServiceProvider.GetRequiredService<OneTimeLinks>().ForOperatorAsync(CancellationToken.None));
        var address = $"/operate/districts/{await stage.Tool.ReadAsync(db => db.Districts.Select(row => row.Id).SingleAsync())}";

        await browser.SubmitAsync(await browser.GetAsync(address), address, [("Name", "Harbor County"), .. Good[1..], ("Word[contact.en]", "Mr. Rivera")]);

        var mentor = await stage.ArriveAsync();
        Assert.Contains("Mr. Rivera", (await PageWithContactAsync(mentor)).Text, StringComparison.Ordinal);
        Assert.Contains("Harbor County", (await mentor.HomeAsync()).Document.QuerySelector(".foot")!.TextContent, StringComparison.Ordinal);
    }

    /// <summary>The first lesson in which the program coordinator is named.</summary>
    static async Task<Page> PageWithContactAsync(MentorWalk mentor)
    {
        foreach (var lesson in new[] { "what-it-is-for", "your-role", "ways-to-help", "the-phone-call", "what-my-district-sees", "when-help-made-you-smaller" })
            if (await mentor.GetAsync($"/modules/{MentorWalk.Module}/{lesson}") is var page && page.Text.Contains("Rivera", StringComparison.Ordinal))
                return page;
        throw new InvalidOperationException("No lesson names the contact.");
    }

    [Fact]
    public async Task What_is_not_right_is_said_and_nothing_typed_is_lost()
    {
        var administrator = await AdministratorAsync();

        var page = await SaveAsync(administrator, await administrator.GetAsync("/district"), ("Name", ""), ("Zone", "Chicago"), ("Keep", "soon"), ("Schools", "Elm Street"));

        Assert.Equal(["#Name", "#Zone", "#Spoken-en", "#Keep"], page.Document.QuerySelectorAll(".errors a").Select(link => link.GetAttribute("href")));
        Assert.Equal(("Chicago", "Elm Street"), (page.Document.QuerySelector("#Zone")!.GetAttribute("value"), page.Document.QuerySelector("#Schools")!.TextContent));
    }

    [Fact]
    public async Task A_form_from_before_somebody_elses_change_overwrites_nothing_by_itself()
    {
        var (first, second) = (await AdministratorAsync(), await AdministratorAsync());
        var (early, late) = (await first.GetAsync("/district"), await second.GetAsync("/district"));
        await SaveAsync(first, early, [.. Good, ("Schools", "Elm Street")]);

        var refused = await SaveAsync(second, late, [.. Good, ("Schools", "Oak Street")]);

        Assert.Equal("#Name", refused.Document.QuerySelector(".errors a")!.GetAttribute("href"));
        Assert.Equal("Elm Street", await SchoolsAsync());
        await SaveAsync(second, refused, [.. Good, ("Schools", "Elm Street\nOak Street")]);
        Assert.Equal("Elm Street\nOak Street", await SchoolsAsync());
    }

    Task<string?> SchoolsAsync() => stage.Tool.ReadAsync(db => db.Districts.Select(row => row.Schools).SingleAsync());

    [Fact]
    public async Task Only_administrators_reach_the_settings()
    {
        foreach (var role in new[] { "Learner", "Instructor" })
            Assert.Equal(403, (await (await stage.ArriveAsync(role)).GetAsync("/district")).Status);
    }

    [Fact]
    public async Task Whoever_is_given_the_role_has_it_from_the_next_launch_until_it_is_taken_back()
    {
        var chosen = await stage.ArriveAsync("Instructor", "granted-one");
        var administrator = await AdministratorAsync();
        var id = (await stage.Tool.ReadAsync(db => db.People.IgnoreQueryFilters().SingleAsync(row => row.Subject == "granted-one"))).Id.ToString();
        var page = await administrator.GetAsync("/district");

        page = await administrator.Visitor.SubmitAsync(page.Form("form[action$='/grant']"), ("person", id));
        Assert.Equal(403, (await chosen.GetAsync("/district")).Status);
        Assert.Equal(200, (await (await stage.ArriveAsync("Instructor", "granted-one")).GetAsync("/district")).Status);
        var asLearner = await stage.ArriveAsync("Learner", "granted-one");
        Assert.Equal(403, (await asLearner.GetAsync("/district")).Status);
        Assert.Null((await asLearner.HomeAsync()).Document.QuerySelector(".preview"));

        await administrator.Visitor.SubmitAsync(page.Form("form[action$='/takeback']"));
        Assert.Equal(403, (await (await stage.ArriveAsync("Instructor", "granted-one")).GetAsync("/district")).Status);
    }

    [Fact]
    public async Task A_language_that_is_not_offered_is_not_shown()
    {
        await stage.Tool.WriteAsync(db => db.Districts.ExecuteUpdateAsync(set => set.SetProperty(row => row.Languages, "en")));

        var mentor = await stage.ArriveAsync(locale: "es-MX");
        var home = await mentor.HomeAsync();
        var asked = await mentor.GetAsync("/?lang=es");
        await stage.Tool.WriteAsync(db => db.Districts.ExecuteUpdateAsync(set => set.SetProperty(row => row.Languages, "en es")));

        Assert.Equal(("en-US", "en-US"), (home.Document.DocumentElement.GetAttribute("lang"), asked.Document.DocumentElement.GetAttribute("lang")));
        Assert.Null(home.Document.QuerySelector(".foot a[lang=es]"));
    }
}
