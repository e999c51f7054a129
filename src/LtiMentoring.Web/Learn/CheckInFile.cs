using System.Text;
using LtiMentoring.Web.Hosting;
using LtiMentoring.Web.Shared;
using LtiMentoring.Web.Storage;

namespace LtiMentoring.Web.Learn;

static class CheckInFile
{
    /// <summary>The mentor's plan as a file for their own calendar. It invites nobody.</summary>
    public static void MapCheckInFile(this WebApplication app) =>
        app.MapGet("/check-ins.ics", async (CurrentSession session, CheckInPlans plans, DistrictTime time, CancellationToken cancel) =>
            session.IsPreview || await plans.FindAsync(session.PersonId, cancel) is not { } plan
                ? Results.NotFound()
                : Results.File(Encoding.UTF8.GetBytes(CheckInCalendar.Write(plan, time.ZoneName, LearnWords.MeetingTitle)), CheckInCalendar.MediaType, "check-ins.ics"));
}
