using System.Text.Json;

using LtiMentoring.SampleLms.Gradebook;
using LtiMentoring.SampleLms.Keys;

namespace LtiMentoring.SampleLms.State;

/// <summary>What survives a restart: a tool that kept its own data must find the same keys, columns and grades again.</summary>
sealed record SavedLms(
    IReadOnlyList<SavedKey> Keys, IReadOnlyList<GradeColumn> LineItems, IReadOnlyList<Grade> Results, int LastColumn)
{
    static readonly JsonSerializerOptions Readable = new() { WriteIndented = true };

    public static SavedLms? Load(string folder)
    {
        var file = FileIn(folder);
        return File.Exists(file) ? JsonSerializer.Deserialize<SavedLms>(File.ReadAllText(file)) : null;
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
