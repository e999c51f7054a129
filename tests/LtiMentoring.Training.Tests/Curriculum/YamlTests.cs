using System.Diagnostics;
using LtiMentoring.Training.Curriculum;
using static LtiMentoring.Training.Tests.Curriculum.CourseFiles;

namespace LtiMentoring.Training.Tests.Curriculum;

public sealed class YamlTests : IDisposable
{
    readonly CourseFiles files = new();

    public void Dispose() => files.Dispose();

    [Theory]
    [InlineData("title: A talk", "title: &t A talk", "An anchor")]
    [InlineData("summary: Theo asks.", "summary: *t", "An alias")]
    [InlineData("title: A talk", "title: !!str A talk", "A tag")]
    [InlineData("title: A talk", "title: !secret A talk", "A tag")]
    [InlineData("personas:", "title: Again\npersonas:", "The key \"title\" stands here twice")]
    [InlineData("start: ask", "start: ask\n? [a, b]\n: c", "A key is one word")]
    [InlineData("start: ask", "start: \"as\\u0000k\"", "a character that cannot be shown")]
    [InlineData("start: ask", "start: ask\n---\nid: two", "A file holds one document")]
    public void Refuses_on_its_line(string old, string words, string message)
    {
        files.Replace(TalkFile, old, words);
        files.Refuses(TalkFile, files.LineOf(TalkFile, words.Split('\n').First(line => line != old)), message);
    }

    [Theory]
    [InlineData("title: a: b")]
    [InlineData("title: }")]
    [InlineData("title: \"half a pair \\uD800\"")]
    public void Names_the_line_on_which_reading_stopped(string words)
    {
        files.Replace(ModuleFile, "title: First module", words);
        files.Refuses(ModuleFile, files.LineOf(ModuleFile, words), "not readable YAML");
    }

    [Theory]
    [InlineData("title: [First, module")]
    [InlineData("title: { First: module")]
    [InlineData("title: \"First module")]
    [InlineData("\ttitle: First module")]
    public void Refuses_what_is_never_closed(string words) =>
        Assert.Contains("not readable YAML", Assert.Single(files.Replace(ModuleFile, "title: First module", words).Errors()).Message);

    [Fact]
    public void Reports_each_of_two_doubled_keys()
    {
        files.Append(TalkFile, "minutes: 5\nstart: ask\n");
        Assert.Equal(2, files.Errors().Count(e => e.Message.Contains("stands here twice")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\n")]
    [InlineData("# only a comment\n")]
    [InlineData("- a\n- list\n")]
    [InlineData("one word\n")]
    public void Refuses_a_file_without_keys(string words) =>
        Assert.Equal(new CourseError(TalkFile, 1, words.Length == 0 ? "This file is empty." : "This file holds no keys."), Assert.Single(files.Write(TalkFile, words).Errors(), e => e.File == TalkFile));

    [Theory]
    [InlineData("[")]
    [InlineData("{")]
    [InlineData("- ")]
    [InlineData("? ")]
    [InlineData("{a: ")]
    [InlineData("[{a: [")]
    [InlineData("!a ")]
    [InlineData("&a ")]
    [InlineData("*a ")]
    [InlineData("\"")]
    [InlineData("a: ")]
    [InlineData("- a\n")]
    [InlineData(".")]
    [InlineData("%")]
    [InlineData("|\n ")]
    [InlineData("--- a\n")]
    public void A_file_made_to_do_harm_is_refused_at_once(string piece)
    {
        var watch = Stopwatch.StartNew();
        var many = string.Concat(Enumerable.Repeat(piece, 200_000 / piece.Length));
        Assert.NotEmpty(files.Write(TalkFile, many).Errors());
        Assert.NotEmpty(files.Write(TalkFile, $"format: lti-mentoring/1\nkind: scenario\nscenes: {many}").Errors());
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10), $"took {watch.Elapsed}");
    }

    [Fact]
    public void Very_many_keys_are_refused_at_once()
    {
        var watch = Stopwatch.StartNew();
        files.Replace(CourseFile, "fill: { district: your district }", "fill:\n" + string.Concat(Enumerable.Range(0, 15_000).Select(i => $"  k{i}: v\n"))).Append(TalkFile, string.Concat(Enumerable.Range(0, 15_000).Select(i => $"k{i}: v\n")));
        var broken = Assert.Throws<CourseBrokenException>(files.Read);
        Assert.True(broken.Errors.Count > 15_000);
        Assert.EndsWith("more", broken.Message);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10), $"took {watch.Elapsed}");
    }

    [Fact]
    public void Nesting_has_a_bottom()
    {
        files.Append(TalkFile, "x: " + new string('[', 19) + new string(']', 19) + "\n");
        Assert.DoesNotContain(files.Errors(), e => e.Message.Contains("deep"));
        files.Append(TalkFile, "y: " + new string('[', 21) + new string(']', 21) + "\n");
        files.Refuses(TalkFile, files.LineOf(TalkFile, "y: ["), "more than 20 deep");
    }

    [Fact]
    public void A_text_without_end_is_refused() =>
        Assert.Contains(files.Replace(TalkFile, "Thursday, 3:40.", new string('x', 20_001)).Errors(), e => e.Message.Contains("longer than 20,000"));

    [Fact]
    public void A_list_without_end_is_refused() =>
        Assert.Contains(files.Append(ModuleFile, string.Concat(Enumerable.Range(0, 501).Select(i => $"  - {{ id: a{i}, kind: page, title: A, minutes: 1, text: B }}\n"))).Errors(),
            e => e.Message.Contains("more than 500 entries"));

    // Whatever a slip of the hand does to a file, the reader answers with errors or with a course, never with anything else.
    [Fact]
    public void Two_thousand_slips_of_the_hand_never_throw_anything_else()
    {
        var random = new Random(7);
        const string scraps = "[]{}:-?!&*|>'\"%@`#, \n\t\\x0é";
        foreach (var file in (string[])[TalkFile, ModuleFile, CourseFile])
        {
            var sound = File.ReadAllText(files.PathOf(file));
            for (var i = 0; i < 700; i++)
            {
                var at = random.Next(sound.Length);
                var length = random.Next(0, 20);
                var cut = sound.Remove(at, Math.Min(length, sound.Length - at)).Insert(at, new string(scraps[random.Next(scraps.Length)], random.Next(0, 3)));
                files.Write(file, cut);
                try
                {
                    files.Read();
                }
                catch (CourseBrokenException broken)
                {
                    Assert.All(broken.Errors, e => Assert.True(e.Line >= 1 && e.Message.Length > 0, e.ToString()));
                }
            }
            files.Write(file, sound);
        }
    }
}
