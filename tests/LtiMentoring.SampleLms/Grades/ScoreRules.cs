using LtiMentoring.SampleLms.Gradebook;

namespace LtiMentoring.SampleLms.Grades;

/// <summary>Whether a score is taken, and what it does to the grade that is there.</summary>
static class ScoreRules
{
    public static (int Status, string Reason, Grade? Grade) Judge(Lms lms, GradeColumn column, ScoreMessage score)
    {
        if (!lms.Courses[column.CourseId].HasLearner(score.UserId))
            return (lms.Quirks.NotGradableStatus, $"{score.UserId} is not a learner in this course.", null);

        var held = lms.Result(column.Id, score.UserId);
        var time = lms.Quirks.Kept(score.Timestamp);
        if (held is not null && lms.Quirks.Kept(held.Timestamp) >= time)
            return (StatusCodes.Status409Conflict,
                $"Refusing score with an earlier timestamp for item {column.Id} and user {score.UserId}", null);

        return (StatusCodes.Status200OK, "", new Grade
        {
            ColumnId = column.Id,
            Sub = score.UserId,
            Score = ScoreAfter(lms, column, score, held),
            Maximum = column.Maximum,
            ActivityProgress = score.ActivityProgress,
            GradingProgress = score.GradingProgress,
            Comment = score.Comment,
            Timestamp = time,
        });
    }

    /// <summary>
    /// AGS: a message without a score clears the score; one that is not FullyGraded is not a grade yet, so the one that is there stays.
    /// Moodle erases the grade in both cases, and cuts a score above the maximum.
    /// </summary>
    static decimal? ScoreAfter(Lms lms, GradeColumn column, ScoreMessage score, Grade? held)
    {
        if (score.ScoreGiven is not { } given || score.ScoreMaximum is not { } maximum)
            return null;
        if (!score.IsFinal)
            return lms.Quirks.Moodle ? null : OnScale(held, column.Maximum);
        var scaled = given / maximum * column.Maximum;
        return decimal.Round(lms.Quirks.Moodle ? Math.Min(scaled, column.Maximum) : scaled, 5) / 1.00000m; // Dividing drops the zeros: 100, not 100.00000.
    }

    /// <summary>A grade in the scale that the column has now; its maximum may have changed since.</summary>
    public static decimal? OnScale(Grade? grade, decimal maximum) =>
        grade is null || grade.Maximum == maximum ? grade?.Score : grade.Score / grade.Maximum * maximum;
}
