using System.Text.Json;

using LtiMentoring.SampleLms.District;
using LtiMentoring.SampleLms.Gradebook;
using LtiMentoring.SampleLms.Keys;
using LtiMentoring.SampleLms.Notices;

namespace LtiMentoring.SampleLms.State;

/// <summary>What survives a restart: a tool that kept its own data must find the same keys, courses, links, columns and grades again.</summary>
sealed record SavedLms(
    IReadOnlyList<SavedKey> Keys, IReadOnlyList<GradeColumn> LineItems, IReadOnlyList<Grade> Results, int LastColumn,
    IReadOnlyList<ToolRegistration>? Tools = null, IReadOnlyList<LmsCourse>? Courses = null, IReadOnlyList<LmsLink>? Links = null, IReadOnlyList<NoticeHandler>? NoticeHandlers = null)
{
    static readonly JsonSerializerOptions Readable = new() { WriteIndented = true };

    public static SavedLms Of(Lms lms, int lastColumn) =>
        new(lms.Keys.Saved(), [.. lms.LineItems], [.. lms.Results], lastColumn, [.. lms.Tools], [.. lms.Courses], [.. lms.Links], [.. lms.NoticeHandlers]);

    public static SavedLms? Load(string folder)
    {
        var file = FileIn(folder);
        return File.Exists(file) ? JsonSerializer.Deserialize<SavedLms>(File.ReadAllText(file)) : null;
    }

    /// <summary>What was told at this start wins over what a tool was at the last one: its address may have changed.</summary>
    public void Restore(Lms lms)
    {
        foreach (var tool in (Tools ?? []).Where(tool => lms.Tools.Find(tool.ClientId) is null))
            lms.Tools.Put(tool);
        foreach (var course in Courses ?? [])
            lms.Courses.Put(course with { Members = course.Members.WithComparers(StringComparer.Ordinal) });
        foreach (var link in Links ?? [])
            lms.Links.Put(link);
        foreach (var handler in NoticeHandlers ?? [])
            lms.NoticeHandlers.Put(handler);
        foreach (var column in LineItems)
            lms.LineItems.Put(column);
        foreach (var grade in Results)
            lms.Results.Put(grade);
    }

    /// <summary>Written beside the file and moved over it, so that a crash leaves yesterday's gradebook or today's, never half of one.</summary>
    public void Save(string folder)
    {
        Directory.CreateDirectory(folder);
        var file = FileIn(folder);
        var fresh = file + ".new";
        var writing = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            writing.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite; // it holds private keys

        using (var stream = new FileStream(fresh, writing))
        {
            JsonSerializer.Serialize(stream, this, Readable);
            stream.Flush(flushToDisk: true);
        }

        File.Move(fresh, file, overwrite: true);
    }

    static string FileIn(string folder) => Path.Combine(folder, "sample-lms.json");
}

sealed record SavedKey(string Kid, string Pkcs8);
