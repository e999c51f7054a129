using Microsoft.EntityFrameworkCore;

namespace LtiMentoring.Web.Storage;

/// <summary>Which courses were copied from which, as platforms told it.</summary>
public sealed class CourseCopies(MentoringDb db)
{
    /// <summary>A course is copied once a year; nobody goes further back.</summary>
    const int MostGenerations = 10;
    const int Most = 100;

    /// <summary>The courses that a course comes from, nearest first: those that its launch named, and what was told of copies.</summary>
    /// <param name="deploymentId">Whose course it is.</param>
    /// <param name="contextId">The course; null when the launch comes from none.</param>
    /// <param name="named">What the launch said of its history.</param>
    /// <param name="cancel">Gives it up.</param>
    public async Task<IReadOnlyList<string>> OriginsAsync(Guid deploymentId, string? contextId, IReadOnlyList<string> named, CancellationToken cancel)
    {
        var known = named.Distinct(StringComparer.Ordinal).ToList();
        List<string> newest = contextId is null ? known : [contextId, .. known];
        for (var generation = 0; newest.Count > 0 && generation < MostGenerations && known.Count < Most; generation++)
        {
            var asked = newest;
            var told = await db.CourseCopies.Where(row => row.DeploymentId == deploymentId && asked.Contains(row.ContextId))
                .OrderByDescending(row => row.ToldAt).Select(row => row.OriginId).Take(Most).ToListAsync(cancel);
            newest = [.. told.Distinct(StringComparer.Ordinal).Where(id => id != contextId && !known.Contains(id, StringComparer.Ordinal))];
            known.AddRange(newest);
        }
        return known;
    }
}
