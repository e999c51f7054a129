using LtiMentoring.Training.Learn;

namespace LtiMentoring.Training.Author;

static class Lengths
{
    static readonly Dictionary<Part, (int Least, int Most)> words = new()
    {
        [Part.Scene] = (12, 90),
        [Part.Ending] = (12, 90),
        [Part.Say] = (8, 30),
        [Part.Verdict] = (8, 30),
        [Part.Feedback] = (4, 25),
        [Part.Inner] = (4, 30),
        [Part.Opens] = (8, 35),
        [Part.Prompt] = (6, 45),
        [Part.Question] = (6, 45),
        [Part.Note] = (15, 70),
    };

    public static IEnumerable<Finding> Of(Course course) =>
        from passage in Passages.Of(course)
        where words.ContainsKey(passage.Part)
        let range = words[passage.Part]
        from wording in passage.Text.Wordings
        let count = Prose.Words(wording.Words)
        where count > 0 && (count < range.Least || count > range.Most)
        select Finding.Advice("length", passage.Path, wording.Language, $"{count} {(count == 1 ? "word" : "words")}; {range.Least} to {range.Most} read well here.");
}
