using System.Text.Json.Nodes;
using LtiMentoring.Web.Tests.Hosts;

namespace LtiMentoring.Web.Tests.Operate;

/// <summary>The pages and files of lti-config, as they are served.</summary>
public sealed class GuideTests(MentorStage stage) : IClassFixture<MentorStage>
{
    static string Folder => Path.Combine(AppContext.BaseDirectory, "lti-config");

    public static TheoryData<string> Files => [.. Directory.GetFiles(Folder, "*.json").Select(file => Path.GetFileName(file))];

    [Theory, MemberData(nameof(Files))]
    public async Task A_file_is_served_with_this_tools_address_and_nothing_else_changed(string name)
    {
        using var visitor = new Visitor();

        var served = await visitor.GetAsync($"{stage.Tool.Address}/lti/config/{name}");

        var host = new Uri(stage.Tool.Address);
        var expected = (await File.ReadAllTextAsync(Path.Combine(Folder, name)))
            .Replace("https://mentoring.example.org", stage.Tool.Address, StringComparison.Ordinal).Replace("mentoring.example.org", host.Authority, StringComparison.Ordinal);
        Assert.Equal(("application/json", expected), (served.Headers["Content-Type"], served.Html));
        Assert.Contains($"{stage.Tool.Address}/lti/launch", served.Html, StringComparison.Ordinal);
        Assert.NotNull(JsonNode.Parse(served.Html));
    }

    [Fact]
    public async Task What_is_not_there_is_not_served()
    {
        using var visitor = new Visitor();

        Assert.Equal(404, (await visitor.GetAsync($"{stage.Tool.Address}/lti/config/nothing.json")).Status);
        Assert.Equal(404, (await visitor.GetAsync($"{stage.Tool.Address}/lti/config/..%2Fappsettings.json")).Status);
    }

    [Fact]
    public void Every_kind_of_LMS_has_its_page_in_both_languages() =>
        Assert.All(
            from family in LtiMentoring.Web.Operate.Guides.Families.Select(known => known.Family).Append("other") from language in new[] { "", ".es" } select $"{family}{language}.md",
            name => Assert.True(File.Exists(Path.Combine(Folder, name)), $"lti-config/{name} is missing"));
}
