using System.Globalization;

namespace LtiMentoring.Training.Curriculum;

// What only the base file decides: ids, numbers, roads. In a translation it is an error, so that a translator cannot break a path.
static class Structure
{
    const int MostWords = 500;

    public static YamlPair? TakeStructure(this Block block, string key)
    {
        foreach (var side in block.Translations.Where(side => side[key] is not null))
            block.Error(side, side.LineOf(key), $"\"{key}\" belongs to the base file. A translation holds ids and texts only.");
        return block.Take(key);
    }

    // A mapping that no translation may touch, such as when: or effect:.
    public static Block? StructureIn(this Block block, string key) => block.TakeStructure(key) is { } pair ? block.Inner(pair, []) : null;

    // A word that names something; empty when it is missing, which the checks will report.
    public static string Word(this Block block, string key) => block.WordOrNull(key) ?? "";

    public static string? WordOrNull(this Block block, string key) =>
        block.TakeStructure(key) is { } pair ? block.Words(block.Main, pair) : null;

    public static string NeededWord(this Block block, string key)
    {
        var word = block.Word(key);
        if (word.Length == 0) block.Error(key, $"\"{key}\" is missing here.");
        return word;
    }

    public static int Number(this Block block, string key)
    {
        if (block.NumberOrNull(key) is { } number) return number;
        block.Error(key, $"\"{key}\" is missing here.");
        return 1;
    }

    public static int? NumberOrNull(this Block block, string key)
    {
        if (block.WordOrNull(key) is not { } word) return null;
        if (int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and < 10_000) return number;
        block.Error(key, $"\"{key}\" is a whole number above zero, not \"{word}\".");
        return 1;
    }

    public static bool Flag(this Block block, string key)
    {
        var word = block.WordOrNull(key);
        if (word is not (null or "true" or "false")) block.Error(key, $"\"{key}\" is true or false, not \"{word}\".");
        return word == "true";
    }

    // A list of words. One word alone may stand without brackets.
    public static IReadOnlyList<string> WordList(this Block block, string key)
    {
        if (block.TakeStructure(key) is not { } pair) return [];
        var items = pair.Value is YamlList list ? list.Items : [pair.Value];
        if (items.Count > MostWords) block.Error(key, $"\"{key}\" holds more than {MostWords} entries.");
        var words = new List<string>();
        foreach (var item in items.Take(MostWords))
            if (item is not YamlText { Words: var text } || text.Trim() is not { Length: > 0 } word) block.Error(block.Main, item.Line, $"\"{key}\" is a list of single words.");
            else if (words.Contains(word)) block.Error(block.Main, item.Line, $"\"{word}\" stands twice under \"{key}\".");
            else
            {
                block.Manuscript.Places.Add($"{block.Path}.{key}/{word}", block.Main.Language, block.Main.File, item.Line);
                words.Add(word);
            }
        return words;
    }
}
