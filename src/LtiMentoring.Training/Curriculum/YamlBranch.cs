namespace LtiMentoring.Training.Curriculum;

// A list or a mapping that is still being read.
sealed class YamlBranch(int line, bool isMap)
{
    readonly List<Yaml> items = [];
    readonly OrderedDictionary<string, YamlPair> pairs = [];
    YamlText? key;

    // Takes the next node: of a list an item, of a mapping by turns a key and its value. Says what is wrong with it, if anything.
    public string? Take(Yaml node)
    {
        if (!isMap) items.Add(node);
        else if (key is null)
        {
            key = node as YamlText ?? new YamlText(node.Line, "");
            if (node is not YamlText) return "A key is one word. Look for a missing quote or a brace.";
            if (pairs.ContainsKey(key.Words)) return $"The key \"{key.Words}\" stands here twice. Keep one of them.";
        }
        else
        {
            pairs.TryAdd(key.Words, new YamlPair(key.Words, key.Line, node));
            key = null;
        }
        return null;
    }

    public Yaml Close() => isMap ? new YamlMap(line, pairs) : new YamlList(line, items);
}
