using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace LtiMentoring.Web.Storage;

/// <summary>Takes answers to surveys. Nothing that is stored says whose they are.</summary>
public sealed class Surveys(MentoringDb db, Leases leases, TimeProvider clock)
{
    /// <summary>
    /// Stores one sheet of answers. Belongs into a transaction of the caller's. The month's other sheets are laid out anew with
    /// it, in an order of chance: a database keeps rows as they came, and who finished this lesson when is known.
    /// </summary>
    public async Task AddAsync(Guid districtId, string courseId, string place, IReadOnlyDictionary<string, string> answers, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var month = new DateOnly(now.Year, now.Month, 1);
        await leases.PassAloneAsync($"survey {districtId} {place}", cancel);
        var pile = await db.SurveyAnswers.Where(row => row.CourseId == courseId && row.Place == place && row.Month == month).ToListAsync(cancel);
        db.SurveyAnswers.RemoveRange(pile);
        // Rows that are saved together are inserted in the order of their ids, and those are random.
        db.SurveyAnswers.AddRange(pile.Select(sheet => sheet.Answers).Append(JsonSerializer.Serialize(answers)).Select(sheet => new SurveyAnswer
        {
            DistrictId = districtId, CourseId = courseId, Place = place, Month = month, Answers = sheet,
        }));
    }
}
