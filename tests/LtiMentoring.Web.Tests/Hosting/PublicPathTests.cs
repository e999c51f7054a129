using LtiMentoring.Web.Tests.Hosts;
using LtiMentoring.Web.Tests.Launch;

namespace LtiMentoring.Web.Tests.Hosting;

/// <summary>A tool below its host's root, behind a proxy that takes the path off or leaves it on.</summary>
public sealed class PublicPathTests
{
    [Theory]
    [InlineData("/mentoring")]
    [InlineData("")]
    public async Task Works_below_a_path(string sent)
    {
        await using var tool = await ToolHost.StartAsync(settings: "--PublicUrl=http://127.0.0.1/mentoring");
        using var visitor = new Visitor();

        var refused = await visitor.GetAsync($"{tool.Address}{sent}/lti/login");
        var style = refused.Document.QuerySelector("link[rel=stylesheet]")!.GetAttribute("href")!;

        Assert.StartsWith("/mentoring/tokens.", style, StringComparison.Ordinal);
        Assert.Equal(200, (await visitor.GetAsync(tool.Address + (sent.Length > 0 ? style : style["/mentoring".Length..]))).Status);
    }
}
