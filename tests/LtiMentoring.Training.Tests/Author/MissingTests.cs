using LtiMentoring.Training.Tests.Curriculum;
using static LtiMentoring.Training.Tests.Curriculum.CourseFiles;

namespace LtiMentoring.Training.Tests.Author;

public sealed class MissingTests : IDisposable
{
    readonly CourseFiles files = new();

    public void Dispose() => files.Dispose();

    // Without its words: the error stands where the thing begins.
    [Theory]
    [InlineData(TalkFile, "        say: |\n          Take mine.\n", "- id: fix", "\"say\" is missing here.")]
    [InlineData(TalkFile, "        feedback: |\n          Theo zips his bag.\n", "- id: fix", "\"feedback\" is missing here.")]
    [InlineData(TalkFile, "    text: |\n      Could you send it?\n", "- id: ask", "\"text\" is missing here.")]
    [InlineData(TalkFile, "    inner: |\n      Say yes.\n", "- id: ask", "\"inner\" is missing here.")]
    [InlineData(TalkFile, "        inner: |\n          Not today.\n", "- id: guarded", "\"inner\" is missing here.")]
    [InlineData(TalkFile, "    text: |\n      He leaves early.\n", "- id: door", "\"text\" is missing here.")]
    [InlineData(TalkFile, "    inner: |\n      Mine.\n", "- id: page", "\"inner\" is missing here.")]
    [InlineData(TalkFile, "    opens: |\n      Thursday can begin with his page.\n", "- id: page", "\"opens\" is missing here.")]
    [InlineData(TalkFile, "    title: A page\n", "- id: page", "\"title\" is missing here.")]
    [InlineData(TalkFile, "context: |\n  Thursday, 3:40.\n", "format:", "\"context\" is missing here.")]
    [InlineData(TalkFile, ", prompt: What would you add now?", "id: look-again", "\"prompt\" is missing here.")]
    [InlineData(TalkFile, "      text: |\n        Under the files is a night.\n", "- id: ask-note", "\"text\" is missing here.")]
    [InlineData(TalkFile, "  text: |\n    Below is your path.\n", "debrief:", "\"text\" is missing here.")]
    [InlineData(TalkFile, " name: Theo Marsh,", "id: theo", "\"name\" is missing here.")]
    [InlineData(ModuleFile, "    text: |\n      Somebody in {district} is waiting.\n", "- id: welcome", "\"text\" is missing here.")]
    [InlineData(ModuleFile, "    title: Welcome\n", "- id: welcome", "\"title\" is missing here.")]
    [InlineData(ModuleFile, "summary: A page and a talk.\n", "format:", "\"summary\" is missing here.")]
    [InlineData(ModuleFile, ", text: Say what it is for.", "id: purpose", "\"text\" is missing here.")]
    [InlineData(CourseFile, "title: A small course\n", "format:", "\"title\" is missing here.")]
    [InlineData(CourseFile, ", about: Offers a way.", "id: advice", "\"about\" is missing here.")]
    public void Refuses_a_thing_without_its_words(string file, string words, string onLine, string message)
    {
        files.Replace(file, words, "");
        files.Refuses(file, files.LineOf(file, onLine), message);
    }

    [Fact]
    public void Blank_words_are_missing_words_on_their_own_line()
    {
        files.Replace(TalkFile, "say: |\n          Take mine.", "say: \"  \"");
        files.Refuses(TalkFile, files.LineOf(TalkFile, "say: \"  \""), "\"say\" is missing here.");
    }

    [Fact]
    public void A_variant_with_the_same_words_keeps_the_inner_voice()
    {
        files.Replace(TalkFile, "        text: |\n          It ran short.\n        inner: |\n          Not today.\n", "        title: Short\n");
        Assert.Null(files.Read().Scenarios[0].Scenes[1].Instead[0].Inner);
    }

    [Fact]
    public void The_narrator_has_no_inner_voice() =>
        Assert.Null(files.Read().Scenarios[0].Scenes.Single(s => s.Id == "hall").Inner);

    [Theory]
    [InlineData("cart.jpg", "", "Say in \"alt\" what matters")]
    [InlineData("cart.mp4", "captions: { en: media/cart.vtt }", "needs a transcript")]
    [InlineData("cart.mp3", "captions: { en: media/cart.vtt }", "needs a transcript")]
    [InlineData("cart.mp4", "transcript: Hello.", "needs captions in the language \"en\"")]
    [InlineData("cart.mp4", "transcript: Hello.\n        captions: { es: media/cart.vtt }", "needs captions in the language \"en\"")]
    public void Refuses_media_without_an_alternative(string file, string keys, string message)
    {
        files.Write("media/cart.vtt", "x").Write($"media/{file}", "x")
            .Replace(TalkFile, "    title: The ask", $"    title: The ask\n    media:\n      - file: media/{file}\n        {keys}");
        Assert.Contains(files.Errors(), e => e.Message.Contains(message) && e.Line == files.LineOf(TalkFile, keys.Contains("captions: { es") ? "captions:" : $"media/{file}"));
    }
}
