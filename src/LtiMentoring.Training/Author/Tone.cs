using System.Text.RegularExpressions;
using LtiMentoring.Training.Learn;

namespace LtiMentoring.Training.Author;

// Words that a colleague would not say, and verdicts in lines that are not tagged as one.
static class Tone
{
    public static IEnumerable<Finding> Of(Course course) =>
        from passage in Passages.Of(course)
        from wording in passage.Text.Wordings
        let lexicon = Lexicon.Of(wording.Language)
        where lexicon is not null
        from listened in Heard(passage.Part, lexicon)
        let hits = Lexicon.Hits(listened.Words, wording.Words).Where(hit => !IsLesson(passage.Part) || !Lexicon.IsAboutGrading(hit)).ToList()
        where hits.Count > 0
        select Finding.Advice(listened.Rule, passage.Path, wording.Language, $"\"{string.Join("\", \"", hits)}\": {listened.Why}");

    static IEnumerable<(string Rule, Regex Words, string Why)> Heard(Part part, Lexicon lexicon) => part switch
    {
        Part.Say => [("verdict-without-tag", lexicon.Evaluative, "a verdict, in a line that is not tagged as one."), .. OutOfPlace(lexicon)],
        Part.Ending => [("evaluative-ending", lexicon.Evaluative, "an ending costs something and leaves something. It does not weigh.")],
        Part.Verdict or Part.Feedback or Part.Debrief or Part.Note or Part.Prompt or Part.Context => OutOfPlace(lexicon),
        Part.Lesson or Part.Question => [("evaluative-lesson", lexicon.Evaluative, "this weighs. Say what is there."), .. OutOfPlace(lexicon)],
        _ => [],
    };

    static IEnumerable<(string Rule, Regex Words, string Why)> OutOfPlace(Lexicon lexicon) =>
    [
        ("jargon", lexicon.Jargon, "jargon. How would you say it in the hall?"),
        ("therapist-words", lexicon.Therapist, "the words of a therapist. A colleague says it otherwise."),
        ("rescue-words", lexicon.Rescue, "nobody here needs rescuing."),
    ];

    static bool IsLesson(Part part) => part is Part.Lesson or Part.Question;
}
