using LtiMentoring.Training.Learn;

namespace LtiMentoring.Training.Author;

// Where the course itself speaks about what somebody said, it describes and never weighs.
static class GuardedWords
{
    static readonly Part[] guarded =
        [Part.Feedback, Part.Opens, Part.EndingTitle, Part.Debrief, Part.Note, Part.Prompt, Part.Context];

    public static IEnumerable<Finding> Of(Course course) =>
        from passage in Passages.Of(course)
        where guarded.Contains(passage.Part)
        from wording in passage.Text.Wordings
        let hits = Lexicon.Of(wording.Language) is { } lexicon ? Lexicon.Hits(lexicon.Evaluative, wording.Words) : []
        where hits.Count > 0
        select Finding.Error("evaluative-word", passage.Path, wording.Language,
            $"\"{string.Join("\", \"", hits)}\" weighs what somebody did. Say what a camera would see.");
}
