using LtiMentoring.Web.Tests.Hosts;

namespace LtiMentoring.Web.Tests.Practice;

public sealed class SceneMediaTests(KindsStage stage) : IClassFixture<KindsStage>
{
    async Task<Page> SceneAsync()
    {
        // Staff may open a module before its turn.
        var staff = await stage.ArriveAsync("Instructor");
        return await staff.Visitor.SubmitAsync((await staff.GetAsync("/practice/second/talk")).Form("form:has(textarea)"));
    }

    [Fact]
    public async Task A_picture_says_what_it_shows_or_that_it_is_decoration() =>
        Assert.Equal(["A lab cart, one wheel turned sideways.", ""], (await SceneAsync()).Document.QuerySelectorAll("#now img").Select(image => image.GetAttribute("alt")!));

    [Fact]
    public async Task A_sound_waits_to_be_started_and_can_be_read()
    {
        var scene = await SceneAsync();

        var sound = scene.Document.QuerySelector("#now audio")!;
        Assert.True(sound.HasAttribute("controls"));
        Assert.False(sound.HasAttribute("autoplay"));
        Assert.Contains("[A wheel squeaks three times.]", scene.Document.QuerySelector("#now details")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_files_arrive_inside_the_session()
    {
        var staff = await stage.ArriveAsync("Instructor");

        var picture = await staff.GetAsync("/files/media/cart.svg");

        Assert.Equal(200, picture.Status);
        Assert.StartsWith("image/svg+xml", picture.Headers["Content-Type"], StringComparison.Ordinal);
    }
}
