using LtiMentoring.Web.Tests.Hosts;

namespace LtiMentoring.Web.Tests.Learn;

public sealed class CourseFileTests(KindsStage stage) : IClassFixture<KindsStage>
{
    [Theory]
    [InlineData("library/form.txt", "text/plain")]
    [InlineData("media/hello.mp4", "video/mp4")]
    [InlineData("media/hello.en.vtt", "text/vtt")]
    public async Task A_file_that_the_course_names_is_served(string file, string type)
    {
        var answer = await (await stage.ArriveAsync()).GetAsync($"/files/{file}");

        Assert.Equal(200, answer.Status);
        Assert.StartsWith(type, answer.Headers["Content-Type"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("course.yaml")]
    [InlineData("modules/first.yaml")]
    [InlineData("library/../course.yaml")]
    [InlineData("library/%2e%2e/course.yaml")]
    [InlineData("..%2f..%2fappsettings.json")]
    [InlineData("/etc/passwd")]
    public async Task Nothing_else_of_its_folder_is(string file) =>
        Assert.Equal(404, (await (await stage.ArriveAsync()).GetAsync($"/files/{file}")).Status);

    [Fact]
    public async Task A_document_is_linked_and_its_words_stand_on_the_page()
    {
        var page = await (await stage.ArriveAsync()).GetAsync("/modules/first/form");

        Assert.Contains("The same words as in the file.", page.Text, StringComparison.Ordinal);
        Assert.EndsWith("/files/library/form.txt", page.Document.QuerySelector("form a.btn")!.GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_film_has_captions_and_a_transcript_and_starts_when_asked()
    {
        var page = await (await stage.ArriveAsync()).GetAsync("/modules/first/film");

        var film = page.Document.QuerySelector("video")!;
        Assert.False(film.HasAttribute("autoplay"));
        Assert.Equal("en", film.QuerySelector("track[kind=captions][default]")!.GetAttribute("srclang"));
        Assert.Contains("Somebody says hello.", page.Document.QuerySelector("figure details")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("I have seen it", page.Document.QuerySelector("form .btn")!.TextContent);
    }
}
