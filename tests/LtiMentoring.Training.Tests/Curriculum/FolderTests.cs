using System.Diagnostics;
using static LtiMentoring.Training.Tests.Curriculum.CourseFiles;

namespace LtiMentoring.Training.Tests.Curriculum;

public sealed class FolderTests : IDisposable
{
    readonly CourseFiles files = new();

    public void Dispose() => files.Dispose();

    [Theory]
    [InlineData("modules/02-second.yaml", "course.yaml does not list this module.")]
    [InlineData("scenarios/other.yaml", "No role-play lesson uses this scenario.")]
    [InlineData("scenarios/talk.fr.yaml", "course.yaml does not list the language \"fr\".")]
    [InlineData("course.yml", "Nothing in the course uses this file.")]
    [InlineData("drafts/old.YAML", "Nothing in the course uses this file.")]
    [InlineData("media/cart.jpg", "Nothing in the course uses this file.")]
    [InlineData("library/form.pdf", "Nothing in the course uses this file.")]
    public void Refuses_a_file_that_nobody_lists(string stray, string message) => files.Write(stray, "id: x").Refuses(stray, 1, message);

    [Theory]
    [InlineData("WRITING.md")]
    [InlineData("modules/.hidden.yaml")]
    [InlineData(".git/config")]
    public void Leaves_other_files_alone(string other) => Assert.NotNull(files.Write(other, "words").Read());

    [Fact]
    public void A_module_that_cannot_be_read_does_not_make_its_scenarios_strays()
    {
        files.Write(ModuleFile, "title: [");
        Assert.All(files.Errors(), e => Assert.Equal(ModuleFile, e.File));
    }

    [Fact]
    public void Refuses_a_link_and_does_not_follow_it()
    {
        var outside = Path.GetTempFileName();
        files.Delete(TalkFile);
        File.CreateSymbolicLink(files.PathOf(TalkFile), outside);
        files.Refuses(TalkFile, 1, "This is a link");
        File.Delete(outside);
    }

    [Fact]
    public void Refuses_a_folder_that_is_a_link()
    {
        var outside = Directory.CreateTempSubdirectory("outside-").FullName;
        File.WriteAllText(Path.Combine(outside, "secret.jpg"), "x");
        Directory.CreateSymbolicLink(files.PathOf("media"), outside);
        files.Refuses("media", 1, "This is a link");
        Directory.Delete(outside, recursive: true);
    }

    [Fact]
    public void Refuses_a_file_that_is_not_text()
    {
        File.WriteAllBytes(files.PathOf(TalkFile), [0x74, 0xff, 0xfe, 0x00]);
        files.Refuses(TalkFile, 1, "not UTF-8");
    }

    [Fact]
    public void Reads_a_file_that_begins_with_a_byte_order_mark()
    {
        File.WriteAllText(files.PathOf(TalkFile), File.ReadAllText(files.PathOf(TalkFile)), System.Text.Encoding.UTF8);
        Assert.NotNull(files.Read());
    }

    [Fact]
    public void Refuses_a_file_of_absurd_size() =>
        files.Write(TalkFile, new string('#', 300 * 1024)).Refuses(TalkFile, 1, "larger than 256 KB");

    [Fact]
    public void Refuses_folders_within_folders_without_end() =>
        files.Write("media/a/b/c/d/e/cart.jpg", "x").Refuses("media/a/b/c/d", 1, "lies too deep");

    [Fact]
    public void Refuses_more_files_than_a_course_can_have()
    {
        for (var i = 0; i < 2001; i++) files.Write($"notes/{i}.md", "x");
        Assert.Contains(files.Errors(), e => e.Message.Contains("more than 2000 files"));
    }

    // Opening a pipe that nobody writes to would wait for ever.
    [Fact(Timeout = 20_000)]
    public async Task Does_not_wait_for_a_pipe()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such files.");
        files.Delete(TalkFile);
        using (var make = Process.Start("mkfifo", files.PathOf(TalkFile))) await make.WaitForExitAsync(TestContext.Current.CancellationToken);
        await Task.Run(() => files.Refuses(TalkFile, 1, "This file is empty."), TestContext.Current.CancellationToken);
    }
}
