using LtiMentoring.Training.Learn;
using LtiMentoring.Web.Shared;

namespace LtiMentoring.Web.Learn;

/// <summary>How each kind of lesson is shown, and what its button says.</summary>
static class LessonPartial
{
    public static string Of(Lesson lesson) => lesson switch
    {
        Reading => "/Learn/_Reading.cshtml",
        Document => "/Learn/_Document.cshtml",
        Video => "/Learn/_Video.cshtml",
        Comparator => "/Learn/_Comparator.cshtml",
        Reflection => "/Learn/_Reflection.cshtml",
        Agreement => "/Learn/_Agreement.cshtml",
        GoalSheet => "/Learn/_GoalSheet.cshtml",
        SelfCheck => "/Learn/_SelfCheck.cshtml",
        Survey => "/Learn/_Survey.cshtml",
        CheckIns => "/Learn/_CheckIns.cshtml",
        LiveSession => "/Learn/_LiveSession.cshtml",
        _ => throw new ArgumentException($"Nothing shows a lesson of the kind {lesson.GetType().Name}.", nameof(lesson)),
    };

    /// <summary>What pressing it does.</summary>
    public static string Button(LessonModel page, CourseWords words) => page.Lesson switch
    {
        Survey when !page.IsDone => LearnWords.SendSurvey,
        Video when !page.IsDone => LearnWords.MarkSeen,
        Agreement or GoalSheet => LearnWords.KeepSheet,
        CheckIns => LearnWords.KeepPlan,
        _ => Onward(page, words),
    };

    /// <summary>Where it goes from here.</summary>
    public static string Onward(LessonModel page, CourseWords words) =>
        page.Next is { } lesson ? LearnWords.NextLesson.With(words.Plain(page.Course, lesson.Title)) : LearnWords.FinishModule;
}
