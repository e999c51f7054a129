namespace LtiMentoring.Training.Curriculum;

// The files of one course while they are being read: what was opened, where each thing stands, what is broken.
sealed class Manuscript
{
    readonly Folder folder;
    readonly HashSet<string> listed = [];

    public Manuscript(string directory) => folder = new Folder(directory, Errata);

    public Errata Errata { get; } = new();

    public Places Places { get; } = new();

    public List<Block> Blocks { get; } = [];

    public string Language { get; private set; } = "en";

    public IReadOnlyList<string> Languages { get; private set; } = [];

    // A base file could not be read: what seems to be missing may only be unread.
    public bool HasGaps { get; set; }

    public bool Has(string name) => folder.Has(name);

    public void List(string name) => listed.Add(name);

    public IEnumerable<string> Unlisted => folder.Names.Where(name => !listed.Contains(name));

    public void SpeakIn(string language, IReadOnlyList<string> languages) => (Language, Languages) = (language, languages);

    public void Report(string path, string language, string message)
    {
        var (file, line) = Places.Find(path, language, Language);
        Errata.Add(file, line, message);
    }

    // The mapping of a whole file; null, with an error, when there is none.
    public YamlMap? Open(string name)
    {
        List(name);
        if (folder.Read(name) is not { } words) return null;
        var errors = Errata.Count;
        var tree = new YamlTree(name, Errata).Read(words);
        if (tree is YamlMap map) return map;
        if (Errata.Count == errors) Errata.Add(name, 1, "This file holds no keys.");
        return null;
    }

    // A base file with its translations; null, with an error, when the base file cannot be read.
    public Block? Sheet(string stem, string path)
    {
        if (Open($"{stem}.yaml") is { } map) return Sheet(stem, path, map);
        HasGaps = true;
        return null;
    }

    public Block Sheet(string stem, string path, YamlMap map)
    {
        var translations = from language in Languages
                           let file = $"{stem}.{language}.yaml"
                           where language != Language && Has(file)
                           let translated = Open(file)
                           where translated is not null
                           select new Side(file, language, translated);
        return new Block(this, path, new Side($"{stem}.yaml", Language, map), [.. translations]);
    }
}
