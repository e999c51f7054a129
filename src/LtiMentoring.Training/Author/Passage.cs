using LtiMentoring.Training.Learn;

namespace LtiMentoring.Training.Author;

// A text of the course with the path at which it stands. What may be said in it depends on the part that it plays.
sealed record Passage(string Path, Part Part, Text Text, bool IsNeeded);

enum Part
{
    // Titles, summaries, personas: words around the work.
    Frame,
    // Names of people, and what only authors read: nobody expects a translation.
    Untranslated,
    Context,
    Prompt,
    Scene,
    Inner,
    Say,
    // A line that is tagged as a verdict, and may therefore speak like one.
    Verdict,
    Feedback,
    EndingTitle,
    Ending,
    Opens,
    Debrief,
    Note,
    Lesson,
    // A question of a reflection lesson.
    Question,
}
