using LtiMentoring.Training.Learn;

namespace LtiMentoring.Training.Curriculum;

// One mapping of a base file, together with its counterpart in every translation. A key that a reader asks for is known.
// Whatever nobody asked for is an error, so that a misspelled key can never be lost in silence.
sealed class Block
{
    readonly HashSet<string> known = [];

    public Block(Manuscript manuscript, string path, Side main, IReadOnlyList<Side> translations)
    {
        (Manuscript, Path, Main, Translations) = (manuscript, path, main, translations);
        manuscript.Blocks.Add(this);
        foreach (var side in Sides) manuscript.Places.Add(path, side.Language, side.File, side.Line);
    }

    public Manuscript Manuscript { get; }

    public string Path { get; }

    public Side Main { get; }

    public IReadOnlyList<Side> Translations { get; }

    public IEnumerable<Side> Sides => Translations.Prepend(Main);

    // For a mapping whose keys are the author's own, such as fill: or effect:.
    public IEnumerable<string> Keys => Main.Map.Pairs.Keys;

    public void Know(params IEnumerable<string> keys) => known.UnionWith(keys);

    public void Error(string key, string message) => Error(Main, Main.LineOf(key), message);

    public void Error(Side side, int line, string message) => Manuscript.Errata.Add(side.File, line, message);

    // Marks a key as known and remembers the line that it stands on in each language.
    public YamlPair? Take(string key)
    {
        Know(key);
        foreach (var side in Sides.Where(side => side[key] is not null))
            Manuscript.Places.Add($"{Path}.{key}", side.Language, side.File, side.LineOf(key));
        return Main[key];
    }

    // Takes a key that may be translated, and refuses a translation of nothing.
    public YamlPair? TakeWithTranslations(string key)
    {
        if (Take(key) is { } pair) return pair;
        foreach (var side in Translations.Where(side => side[key] is not null))
            Error(side, side.LineOf(key), $"The base file has no \"{key}\" here, so there is nothing to translate.");
        return null;
    }

    // The words of a key in every language; no words when the base has none, which the checks will report.
    public Text Text(string key) => TextOrNull(key) ?? Learn.Text.None;

    public Text? TextOrNull(string key)
    {
        if (TakeWithTranslations(key) is not { } pair) return null;
        var text = Learn.Text.Of(Main.Language, Words(Main, pair));
        foreach (var side in Translations)
            if (side[key] is { } translated && Words(side, translated) is { Length: > 0 } words) text = text.With(side.Language, words);
        return text;
    }

    public string Words(Side side, YamlPair pair)
    {
        if (pair.Value is YamlText text) return text.Words.Trim();
        Error(side, pair.Line, $"\"{pair.Key}\" takes words, not a list or further keys.");
        return "";
    }

    // A mapping inside this one, such as debrief: or media:. Null when it is not there.
    public Block? Inner(string key) => TakeWithTranslations(key) is { } pair
        ? Inner(pair, [.. Translations.Where(side => side[key]?.Value is YamlMap).Select(side => side with { Map = (YamlMap)side[key]!.Value })])
        : null;

    public Block? Inner(YamlPair pair, IReadOnlyList<Side> translations)
    {
        if (pair.Value is YamlMap map) return new Block(Manuscript, $"{Path}.{pair.Key}", Main with { Map = map }, translations);
        Error(pair.Key, $"\"{pair.Key}\" takes further keys.");
        return null;
    }

    public void Close()
    {
        foreach (var side in Sides)
            foreach (var pair in side.Map.Pairs.Values.Where(pair => !known.Contains(pair.Key)))
                Error(side, pair.Line, $"There is no key \"{pair.Key}\" here. Known here: {string.Join(", ", known)}.");
    }
}
