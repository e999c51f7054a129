using LtiMentoring.Training.Learn;

namespace LtiMentoring.Training.Curriculum;

// Lists of things with an id, by which each thing finds its translations.
static class Lists
{
    const int MostEntries = 500;

    // The path of a scene is "talk/the-ask" and that of a prompt "talk.reflect/the-pen": only the lists that make up the course go unnamed.
    static readonly string[] unnamed = ["lessons", "scenes", "endings", "choices"];

    public static IReadOnlyList<T> Entries<T>(this Block block, string key, Func<Block, string, T> read) where T : Entry
    {
        var entries = block.Blocks(key, "id");
        var ids = entries.Select(e => e.Name).ToHashSet();
        return [.. entries.Select(e => e.Block.Origin(read(e.Block, e.Name), ids))];
    }

    // The mappings of a list in the base file, each with the mapping of the same name in every translation.
    public static IReadOnlyList<(string Name, Block Block)> Blocks(this Block block, string key, string identity)
    {
        if (block.TakeWithTranslations(key) is not { } pair) return [];
        var maps = Identified(block, block.Main, pair, identity);
        var others = block.Translations.Where(side => side[key] is not null)
            .Select(side => (Side: side, Maps: Identified(block, side, side[key]!, identity))).ToList();
        foreach (var (side, theirs) in others)
            foreach (var (name, map) in theirs.Where(e => !maps.ContainsKey(e.Key)))
                block.Error(side, map.Line, $"The base file has no \"{name}\" under \"{key}\" here.");
        var at = unnamed.Contains(key) ? block.Path : $"{block.Path}.{key}";
        return [.. maps.Select((e, index) => (e.Key, Inner($"{at}/{(identity == "id" ? e.Key : index + 1)}", e.Key, e.Value)))];

        Block Inner(string path, string name, YamlMap map)
        {
            var inner = new Block(block.Manuscript, path, block.Main with { Map = map },
                [.. others.Where(o => o.Maps.ContainsKey(name)).Select(o => o.Side with { Map = o.Maps[name] })]);
            inner.Know(identity);
            return inner;
        }
    }

    // What it was called, and where it came from.
    public static T Origin<T>(this Block block, T entry, HashSet<string> ids) where T : Entry
    {
        var (was, from) = (block.WordOrNull("was"), block.WordOrNull("from"));
        if (was is not null && !Id.Fits(was)) block.Error("was", $"\"{was}\" cannot be an id. {Id.Rule}");
        if (was is not null && ids.Contains(was)) block.Error("was", $"\"{was}\" is in use. Nothing can be renamed from an id that still stands in its list.");
        return was is null && from is null ? entry : (T)(entry with { Was = was, From = from });
    }

    // In the order of the file. An entry without a name, or with one that was used before, is reported and left out.
    static OrderedDictionary<string, YamlMap> Identified(Block block, Side side, YamlPair pair, string identity)
    {
        var found = new OrderedDictionary<string, YamlMap>();
        if (pair.Value is not YamlList list)
        {
            if (pair.Value is not YamlText { Words: "" }) block.Error(side, pair.Line, $"\"{pair.Key}\" is a list; each entry begins with a hyphen.");
            return found;
        }
        if (list.Items.Count > MostEntries) block.Error(side, pair.Line, $"\"{pair.Key}\" holds more than {MostEntries} entries.");
        foreach (var item in list.Items.Take(MostEntries))
            if (item is not YamlMap map || map[identity]?.Value is not YamlText { Words: { Length: > 0 } name })
                block.Error(side, item.Line, $"Each entry of \"{pair.Key}\" needs \"{identity}\".");
            else if (!found.TryAdd(name, map)) block.Error(side, map[identity]!.Line, $"\"{name}\" stands twice under \"{pair.Key}\".");
        return found;
    }
}
