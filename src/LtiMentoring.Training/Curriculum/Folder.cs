using System.Text;

namespace LtiMentoring.Training.Curriculum;

// The files below one directory. Whoever packed the folder may wish us harm: links are refused and not followed,
// and nothing is opened before its size is known.
sealed class Folder
{
    const int MostEntries = 2000;
    const int DeepestFolder = 4;
    const int LargestYaml = 256 * 1024;

    static readonly UTF8Encoding utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    readonly SortedDictionary<string, FileInfo> files = new(StringComparer.Ordinal);
    readonly Errata errata;

    public Folder(string directory, Errata errata)
    {
        this.errata = errata;
        try
        {
            Gather(new DirectoryInfo(directory));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            errata.Add("course.yaml", 1, $"This folder cannot be read: {e.Message}");
        }
    }

    public IEnumerable<string> Names => files.Keys;

    public bool Has(string name) => files.ContainsKey(name);

    // The words of a YAML file; null, with an error, when it holds none.
    public string? Read(string name)
    {
        try
        {
            var file = files[name];
            // A pipe or a device says that it is empty, too: opening one would wait for ever.
            if (file.Length == 0) return Refuse(name, "This file is empty.");
            if (file.Length > LargestYaml) return Refuse(name, $"This file is larger than {LargestYaml / 1024} KB. Divide it, or look whether it is the right file.");
            return utf8.GetString(File.ReadAllBytes(file.FullName)).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            return Refuse(name, "This file is not UTF-8 text. Save it as UTF-8.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Refuse(name, $"This file cannot be read: {e.Message}");
        }
    }

    string? Refuse(string name, string message)
    {
        errata.Add(name, 1, message);
        return null;
    }

    void Gather(DirectoryInfo root)
    {
        var left = new Stack<(DirectoryInfo Directory, string Path, int Depth)>([(root, "", 0)]);
        var entries = 0;
        while (left.TryPop(out var next))
            foreach (var entry in next.Directory.EnumerateFileSystemInfos().Where(e => !e.Name.StartsWith('.')))
            {
                var name = next.Path + entry.Name;
                if (++entries > MostEntries)
                {
                    errata.Add(name, 1, $"This folder holds more than {MostEntries} files.");
                    return;
                }
                if (entry.Attributes.HasFlag(FileAttributes.ReparsePoint))
                    errata.Add(name, 1, "This is a link to another place. Put the file itself into the folder.");
                else if (entry is FileInfo file) files[name] = file;
                else if (next.Depth == DeepestFolder) errata.Add(name, 1, "This folder lies too deep. A course has one level of folders.");
                else left.Push(((DirectoryInfo)entry, name + "/", next.Depth + 1));
            }
    }
}
