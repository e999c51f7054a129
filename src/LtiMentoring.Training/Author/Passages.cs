using LtiMentoring.Training.Learn;

namespace LtiMentoring.Training.Author;

// Gathers texts with their paths. A needed text that is missing is gathered too, without words.
sealed class Passages(string path)
{
    readonly List<Passage> all = [];

    public IReadOnlyList<Passage> All => all;

    public static IEnumerable<Passage> Of(Course course) =>
        [.. CoursePassages.Of(course), .. course.Modules.SelectMany(ModulePassages.Of), .. course.Scenarios.SelectMany(ScenarioPassages.Of)];

    public Passages Add(string place, Part part, Text? text)
    {
        if (text is not null) all.Add(new Passage(path + place, part, text, IsNeeded: false));
        return this;
    }

    public Passages Need(string place, Part part, Text? text)
    {
        all.Add(new Passage(path + place, part, text ?? Text.None, IsNeeded: true));
        return this;
    }

    // The entries of a list, each under its own path.
    public Passages Each<T>(string list, IEnumerable<T> entries, Action<Passages, T> gather) where T : Entry
    {
        foreach (var entry in entries)
        {
            var inner = new Passages($"{path}{list}/{entry.Id}");
            gather(inner, entry);
            all.AddRange(inner.all);
        }
        return this;
    }

    public Passages Pictures(IEnumerable<Media> media)
    {
        foreach (var (index, picture) in media.Index()) Media($".media/{index + 1}", picture);
        return this;
    }

    public Passages Media(string place, Media media) =>
        Add($"{place}.alt", Part.Frame, media.Alt).Add($"{place}.transcript", Part.Frame, media.Transcript);
}
