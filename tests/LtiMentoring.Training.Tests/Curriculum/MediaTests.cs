using LtiMentoring.Training.Learn;
using static LtiMentoring.Training.Tests.Curriculum.CourseFiles;

namespace LtiMentoring.Training.Tests.Curriculum;

public sealed class MediaTests : IDisposable
{
    readonly CourseFiles files = new CourseFiles().Write("media/cart.jpg", "jpg").Write("media/other.jpg", "jpg");

    public void Dispose() => files.Dispose();

    CourseFiles WithPicture(string keys) =>
        files.Replace(TalkFile, "    title: The ask", $"    title: The ask\n    media:\n      - file: media/cart.jpg\n        {keys}\n      - {{ file: media/other.jpg, alt: \"\" }}");

    [Fact]
    public void A_scene_shows_pictures()
    {
        var pictures = WithPicture("alt: A cart.").Read().Scenarios[0].Scenes[0].Media;
        Assert.Equal(["A cart.", ""], pictures.Select(p => p.Alt?.ToString()));
        Assert.All(pictures, p => Assert.True(p.IsPicture));
    }

    [Fact]
    public void A_translation_finds_a_picture_by_its_file()
    {
        WithPicture("alt: A cart.").Write(SpanishFile, SmallCourse.SpanishTalk.Replace("    title: La petición", "    media:\n      - { file: media/cart.jpg, alt: Un carrito. }"));
        Assert.Equal(["Un carrito.", ""], files.Read().Scenarios[0].Scenes[0].Media.Select(p => p.Alt!.In("es").Words));
    }

    [Theory]
    [InlineData("file: media/gone.jpg", "There is no file media/gone.jpg")]
    [InlineData("file: ../media/cart.jpg", "is not a file in media/")]
    [InlineData("file: media/../course.jpg", "is not a file in media/")]
    [InlineData("file: /etc/cart.jpg", "is not a file in media/")]
    [InlineData("file: media\\cart.jpg", "is not a file in media/")]
    [InlineData("file: https://example.org/cart.jpg", "is not a file in media/")]
    [InlineData("file: library/cart.jpg", "is not a file in media/")]
    [InlineData("file: media/cart.exe", "is of no known kind")]
    [InlineData("file: media/cart", "is of no known kind")]
    public void Refuses(string file, string message)
    {
        WithPicture("alt: A cart.").Replace(TalkFile, "file: media/cart.jpg", file);
        files.Refuses(TalkFile, files.LineOf(TalkFile, file), message);
    }

    [Fact]
    public void A_picture_of_the_same_file_twice_is_refused()
    {
        WithPicture("alt: A cart.").Replace(TalkFile, "media/other.jpg", "media/cart.jpg");
        files.Refuses(TalkFile, files.LineOf(TalkFile, "alt: \"\""), "stands twice under \"media\"");
    }

    [Theory]
    [InlineData("library/gone.pdf", "There is no file library/gone.pdf")]
    [InlineData("media/cart.jpg", "is not a file in library/")]
    [InlineData("library/form.exe", "is of no known kind")]
    public void A_document_must_lie_in_the_library(string file, string message)
    {
        files.Append(ModuleFile, $"  - {{ id: form, kind: document, title: Form, minutes: 1, text: Same, file: {file} }}\n");
        files.Refuses(ModuleFile, files.LineOf(ModuleFile, file), message);
    }

    [Fact]
    public void Captions_must_exist()
    {
        files.Write("media/a.mp4", "x").Append(ModuleFile, "  - id: film\n    kind: video\n    title: Film\n    minutes: 1\n    media:\n      file: media/a.mp4\n      transcript: Words\n      captions:\n        en: media/a.vtt\n");
        files.Refuses(ModuleFile, files.LineOf(ModuleFile, "media/a.vtt"), "There is no file media/a.vtt");
    }
}
