namespace LtiMentoring.Training.Curriculum;

// A mapping as it stands in one file: the base, or one of its translations.
sealed record Side(string File, string Language, YamlMap Map)
{
    public YamlPair? this[string key] => Map[key];

    public int Line => Map.Line;

    // What is missing has no line of its own: then the one of the mapping that should hold it.
    public int LineOf(string key) => Map[key]?.Line ?? Line;

    public string Scalar(string key) => Map[key]?.Value is YamlText text ? text.Words.Trim() : "";
}
