using System.Text.Json;
using LtiMentoring.Training.Learn;

namespace LtiMentoring.Web.Storage;

/// <summary>The words that a course leaves to the district, such as whom to call: by word, then by language.</summary>
public sealed class DistrictWords
{
    readonly SortedDictionary<string, SortedDictionary<string, string>> words = new(StringComparer.Ordinal);

    public static DistrictWords Of(District district)
    {
        var read = new DistrictWords();
        if (district.Words is { } json)
            foreach (var (word, texts) in JsonSerializer.Deserialize<Dictionary<string, Dictionary<string, string>>>(json)!)
                foreach (var (language, text) in texts)
                    read.Set(word, language, text);
        return read;
    }

    public string? Find(string word, string language) =>
        words.TryGetValue(word, out var texts) && texts.TryGetValue(language, out var text) ? text : null;

    /// <summary>Nothing takes the word away, and the course's own stands again.</summary>
    public void Set(string word, string language, string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            if (words.TryGetValue(word, out var some))
                some.Remove(language);
            return;
        }
        if (!words.TryGetValue(word, out var texts))
            words[word] = texts = new SortedDictionary<string, string>(StringComparer.Ordinal);
        texts[language] = text.Trim();
    }

    public string? Write()
    {
        var kept = words.Where(word => word.Value.Count > 0).ToDictionary();
        return kept.Count == 0 ? null : JsonSerializer.Serialize(kept);
    }

    /// <summary>
    /// The course with these words in it. What a district wrote in one language only serves in every language: it is mostly a
    /// name and a number.
    /// </summary>
    /// <param name="course">The course.</param>
    /// <param name="name">The district's name, which is a word too.</param>
    /// <param name="language">The language that is read.</param>
    /// <param name="written">How words of the district's are written where they will stand.</param>
    public Course Fill(Course course, string name, string language, Func<string, string> written)
    {
        var fill = new Dictionary<string, Text>(course.Fill) { ["district"] = Text.Of(course.Language, written(name)) };
        foreach (var (word, texts) in words)
            if (course.Fill.ContainsKey(word) && (texts.GetValueOrDefault(language) ?? texts.Values.FirstOrDefault()) is { } text)
                fill[word] = Text.Of(language, written(text));
        return course with { Fill = fill };
    }
}
