using Microsoft.EntityFrameworkCore;

namespace LtiMentoring.Web.Storage;

/// <summary>Reads and changes what a mentor keeps to find again.</summary>
public sealed class Bookmarks(MentoringDb db, TimeProvider clock)
{
    /// <summary>The kept lessons, the last kept first.</summary>
    public Task<List<Bookmark>> AllAsync(Guid personId, CancellationToken cancel) =>
        db.Bookmarks.AsNoTracking().Where(row => row.PersonId == personId).OrderByDescending(row => row.KeptAt).ToListAsync(cancel);

    public Task<bool> HasAsync(Guid personId, string module, string lesson, CancellationToken cancel) =>
        db.Bookmarks.AnyAsync(row => row.PersonId == personId && row.ModuleId == module && row.LessonId == lesson, cancel);

    /// <summary>Keeps a lesson or lets it go; asking twice for the same changes nothing.</summary>
    public Task SetAsync(Guid districtId, Guid personId, string module, string lesson, bool keep, CancellationToken cancel) => db.WriteAsync(async () =>
    {
        var kept = await db.Bookmarks.FindAsync([personId, module, lesson], cancel);
        if (keep && kept is null)
            db.Bookmarks.Add(new Bookmark
            {
                DistrictId = districtId, PersonId = personId, ModuleId = module, LessonId = lesson, KeptAt = clock.GetUtcNow().UtcDateTime,
            });
        else if (!keep && kept is not null)
            db.Bookmarks.Remove(kept);
    }, cancel);
}
