using LtiMentoring.Lti.Launch;
using Microsoft.EntityFrameworkCore;

namespace LtiMentoring.Web.Storage;

/// <summary>The courses whose groups are cohorts here, as their launches describe them.</summary>
public sealed class LmsCourses(MentoringDb db, TimeProvider clock)
{
    /// <summary>Takes over where a course's people and groups are read, if its platform offers both.</summary>
    public async Task LearnAsync(LaunchMessage message, Deployment deployment, CancellationToken cancel)
    {
        if (message is not ResourceLinkRequest { Context: { } context, Memberships: { } memberships, Groups: { } groups })
            return;
        var course = await db.LmsCourses.SingleOrDefaultAsync(row => row.DeploymentId == deployment.Id && row.ContextId == context.Id, cancel);
        if (course is null)
            db.LmsCourses.Add(course = new LmsCourse
            {
                DistrictId = deployment.DistrictId, DeploymentId = deployment.Id, ContextId = context.Id, Memberships = memberships, Groups = groups.Groups,
            });
        course.Learn(message, clock.GetUtcNow().UtcDateTime);
    }
}
