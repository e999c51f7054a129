using LtiMentoring.Lti.Launch;
using Microsoft.EntityFrameworkCore;

namespace LtiMentoring.Web.Storage;

/// <summary>The places in LMS courses that open this tool, as their launches describe them.</summary>
public sealed class PlacedLinks(MentoringDb db, CourseCopies copies)
{
    /// <summary>
    /// The link that a message is about, with what the message says of it; null for a message about no link. A review names
    /// the link and says nothing else of it.
    /// </summary>
    public async Task<PlacedLink?> FindAsync(LaunchMessage message, Deployment deployment, CancellationToken cancel) => message switch
    {
        ResourceLinkRequest request => await LearnAsync(request, deployment, cancel),
        SubmissionReviewRequest review => await FindAsync(deployment.Id, review.ResourceLink.Id, cancel),
        _ => null,
    };

    async Task<PlacedLink> LearnAsync(ResourceLinkRequest request, Deployment deployment, CancellationToken cancel)
    {
        var link = await FindAsync(deployment.Id, request.ResourceLink.Id, cancel);
        if (link is null)
            db.PlacedLinks.Add(link = new PlacedLink
            {
                DistrictId = deployment.DistrictId, DeploymentId = deployment.Id, ResourceLinkId = request.ResourceLink.Id,
            });
        link.Learn(request);
        link.ModuleId = PlacedLink.SaysWhat(request) ? PlacedLink.ModuleOf(request) : await OfOriginalAsync(request, deployment, cancel);
        return link;
    }

    Task<PlacedLink?> FindAsync(Guid deploymentId, string resourceLinkId, CancellationToken cancel) =>
        db.PlacedLinks.SingleOrDefaultAsync(row => row.DeploymentId == deploymentId && row.ResourceLinkId == resourceLinkId, cancel);

    /// <summary>
    /// A copied course may have lost what its links stand for. Then the link it was copied from tells, or, where the LMS
    /// remembers courses only or told us itself of the copy, the one link of the earlier course that had the same title.
    /// </summary>
    async Task<string?> OfOriginalAsync(ResourceLinkRequest request, Deployment deployment, CancellationToken cancel)
    {
        var links = request.History(LaunchMessage.LinkHistory);
        var courses = await copies.OriginsAsync(deployment.Id, request.Context?.Id, request.History(LaunchMessage.ContextHistory), cancel);
        if (links.Count == 0 && courses.Count == 0)
            return null;
        var candidates = await db.PlacedLinks.AsNoTracking()
            .Where(row => row.DeploymentId == deployment.Id && (links.Contains(row.ResourceLinkId) || courses.Contains(row.ContextId!)))
            .Select(row => new { row.ResourceLinkId, row.ContextId, row.Title, row.ModuleId }).ToListAsync(cancel);
        foreach (var id in links)
            if (candidates.Find(row => row.ResourceLinkId == id) is { } original)
                return original.ModuleId;
        foreach (var id in courses)
            if (candidates.FindAll(row => row.ContextId == id && row.Title == request.ResourceLink.Title) is [var only])
                return only.ModuleId;
        return null;
    }
}
