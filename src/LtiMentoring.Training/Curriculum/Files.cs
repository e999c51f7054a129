using System.Text.RegularExpressions;
using LtiMentoring.Training.Learn;

namespace LtiMentoring.Training.Curriculum;

// Files that a course shows or hands out.
static partial class Files
{
    static readonly string[] documents = [".pdf", ".docx", ".pptx", ".xlsx", ".odt", ".odp", ".ods", ".rtf", ".txt"];
    static readonly string[] captions = [".vtt"];

    public static IReadOnlyList<Media> MediaList(this Block block, string key) =>
        [.. block.Blocks(key, "file").Select(entry => entry.Block.Media(entry.Name))];

    public static Media Media(this Block block, string file)
    {
        var spoken = block.StructureIn("captions") is { } inner ? inner.Keys.Select(language => new Caption(language, inner.FileIn("media", language, captions))) : [];
        Existing(block, "media", "file", file, Learn.Media.Endings);
        return new Media(file, [.. spoken], block.TextOrNull("alt"), block.TextOrNull("transcript"));
    }

    public static string LibraryFile(this Block block, string key) => block.FileIn("library", key, documents);

    static string FileIn(this Block block, string folder, string key, IReadOnlyList<string> endings)
    {
        var file = block.NeededWord(key);
        Existing(block, folder, key, file, endings);
        return file;
    }

    // Only names of the course's own folders: a path that climbs out never comes as far as the disk.
    static void Existing(Block block, string folder, string key, string file, IReadOnlyList<string> endings)
    {
        if (file.Length == 0) return;
        if (!FileName().IsMatch(file) || !file.StartsWith(folder + "/", StringComparison.Ordinal))
            block.Error(key, $"\"{file}\" is not a file in {folder}/. Use letters, digits, hyphens and dots, as in {folder}/name{endings[0]}.");
        else if (!endings.Contains(Path.GetExtension(file))) block.Error(key, $"\"{file}\" is of no known kind. Known here: {string.Join(", ", endings)}.");
        else if (!block.Manuscript.Has(file)) block.Error(key, $"There is no file {file}.");
        else block.Manuscript.List(file);
    }

    [GeneratedRegex(@"\A[a-z]+(/[A-Za-z0-9][A-Za-z0-9_-]*(\.[A-Za-z0-9_-]+)*)+\z")]
    private static partial Regex FileName();
}
