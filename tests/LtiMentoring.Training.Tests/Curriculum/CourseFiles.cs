using LtiMentoring.Training.Curriculum;
using LtiMentoring.Training.Learn;

namespace LtiMentoring.Training.Tests.Curriculum;

// A small sound course in a temporary folder. A test changes one thing in it and looks at what the reader says.
sealed class CourseFiles : IDisposable
{
    public const string CourseFile = "course.yaml";
    public const string ModuleFile = "modules/01-first.yaml";
    public const string TalkFile = "scenarios/talk.yaml";
    public const string SpanishFile = "scenarios/talk.es.yaml";

    public CourseFiles()
    {
        Write(CourseFile, SmallCourse.Course);
        Write(ModuleFile, SmallCourse.Module);
        Write(TalkFile, SmallCourse.Talk);
    }

    public string Root { get; } = Directory.CreateTempSubdirectory("course-").FullName;

    public string PathOf(string file) => Path.Combine(Root, file);

    public CourseFiles Write(string file, string words)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(file))!);
        File.WriteAllText(PathOf(file), words.ReplaceLineEndings("\n"));
        return this;
    }

    public CourseFiles Delete(string file)
    {
        File.Delete(PathOf(file));
        return this;
    }

    public CourseFiles Replace(string file, string old, string words)
    {
        var before = File.ReadAllText(PathOf(file));
        Assert.Contains(old, before);
        return Write(file, before.Replace(old.ReplaceLineEndings("\n"), words));
    }

    public CourseFiles Append(string file, string words) => Write(file, File.ReadAllText(PathOf(file)) + words);

    public Course Read() => CourseFolder.Read(Root);

    public IReadOnlyList<CourseError> Errors() => Assert.Throws<CourseBrokenException>(Read).Errors;

    // One of the errors stands on this very line and says this.
    public void Refuses(string file, int line, string message)
    {
        var errors = Errors();
        Assert.True(errors.Any(e => (e.File, e.Line) == (file, line) && e.Message.Contains(message)), $"not on {file}:{line}: {message}\n{string.Join("\n", errors)}");
    }

    // The last line that is these words, or else that holds them: of a thing that stands twice, the second is the one too many.
    public int LineOf(string file, string words)
    {
        var lines = File.ReadAllLines(PathOf(file)).ToList();
        var line = lines.FindLastIndex(l => l.Trim() == words.Trim()) + 1;
        if (line == 0) line = lines.FindLastIndex(l => l.Contains(words)) + 1;
        Assert.True(line > 0, $"{file} has no line with {words}");
        return line;
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
