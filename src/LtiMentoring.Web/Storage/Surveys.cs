using System.Text.Json;

namespace LtiMentoring.Web.Storage;

/// <summary>Takes answers to surveys. Nothing that is stored says whose they are.</summary>
public sealed class Surveys(MentoringDb db, TimeProvider clock)
{
    /// <summary>Stores one sheet of answers. Belongs into a transaction of the caller's.</summary>
    public void Add(Guid districtId, string courseId, string place, IReadOnlyDictionary<string, string> answers)
    {
        var now = clock.GetUtcNow();
        db.SurveyAnswers.Add(new SurveyAnswer
        {
            DistrictId = districtId, CourseId = courseId, Place = place, Month = new DateOnly(now.Year, now.Month, 1),
            Answers = JsonSerializer.Serialize(answers),
        });
    }
}
