namespace LtiMentoring.Training.Curriculum;

// What a YAML file holds: every value is text, and every part knows the line that it stands on.
abstract record Yaml(int Line);

sealed record YamlText(int Line, string Words) : Yaml(Line);

sealed record YamlList(int Line, IReadOnlyList<Yaml> Items) : Yaml(Line);

// Keys keep the order of the file.
sealed record YamlMap(int Line, OrderedDictionary<string, YamlPair> Pairs) : Yaml(Line)
{
    public YamlPair? this[string key] => Pairs.GetValueOrDefault(key);
}

sealed record YamlPair(string Key, int Line, Yaml Value);
