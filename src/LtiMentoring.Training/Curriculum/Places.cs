namespace LtiMentoring.Training.Curriculum;

// Where each thing of a course stands in its files, by the path that the checks speak of: "talk/the-ask/hand-over.feedback".
sealed class Places
{
    readonly Dictionary<(string Path, string Language), (string File, int Line)> lines = [];

    public void Add(string path, string language, string file, int line) => lines.TryAdd((path, language), (file, line));

    // A thing that is missing has no line of its own: then the one that should hold it.
    public (string File, int Line) Find(string path, string language, string baseLanguage) =>
        FindIn(path, language) ?? FindIn(path, baseLanguage) ?? ("course.yaml", 1);

    (string File, int Line)? FindIn(string path, string language)
    {
        for (var rest = path; rest.Length > 0; rest = rest[..Math.Max(0, rest.LastIndexOfAny(['/', '.']))])
            if (lines.TryGetValue((rest, language), out var place)) return place;
        return null;
    }
}
