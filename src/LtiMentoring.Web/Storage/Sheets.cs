using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace LtiMentoring.Web.Storage;

/// <summary>A filled-in sheet as it stood on one day.</summary>
public sealed record Sheet(int Number, DateTime SavedAt, DateOnly? ReviewOn, Guid PublicationId, IReadOnlyDictionary<string, string> Words);

/// <summary>Reads and adds the revisions of a mentor's agreement and goals.</summary>
public sealed class Sheets(MentoringDb db, TimeProvider clock)
{
    /// <summary>Every revision, the newest first.</summary>
    public async Task<IReadOnlyList<Sheet>> FindAsync(Guid personId, string place, CancellationToken cancel) =>
        [.. (await db.SheetRevisions.AsNoTracking().Where(row => row.PersonId == personId && row.Place == place)
            .OrderByDescending(row => row.Number).ToListAsync(cancel)).Select(Read)];

    /// <summary>Every revision of every sheet, sheet by sheet, the newest first.</summary>
    public async Task<IReadOnlyList<(string Place, Sheet Sheet)>> AllAsync(Guid personId, CancellationToken cancel) =>
        [.. (await db.SheetRevisions.AsNoTracking().Where(row => row.PersonId == personId)
            .OrderBy(row => row.Place).ThenByDescending(row => row.Number).ToListAsync(cancel)).Select(row => (row.Place, Read(row)))];

    /// <summary>The sheets whose newest revision is to be looked at again by this day, the earliest first.</summary>
    public async Task<IReadOnlyList<(string Place, DateOnly On)>> ToRevisitAsync(Guid personId, DateOnly latest, CancellationToken cancel) =>
        [.. (await (
            from row in db.SheetRevisions
            where row.PersonId == personId && row.ReviewOn <= latest
                && !db.SheetRevisions.Any(later => later.PersonId == personId && later.Place == row.Place && later.Number > row.Number)
            orderby row.ReviewOn, row.Place
            select new { row.Place, On = row.ReviewOn!.Value }).ToListAsync(cancel)).Select(row => (row.Place, row.On))];

    /// <summary>Adds a revision, unless it says what the last one says. Belongs into a transaction of the caller's.</summary>
    public async Task AddAsync(
        Guid districtId, Guid personId, string place, Guid publicationId, IReadOnlyDictionary<string, string> words, DateOnly? reviewOn,
        CancellationToken cancel)
    {
        var document = JsonSerializer.Serialize(new SortedDictionary<string, string>(words.ToDictionary(), StringComparer.Ordinal));
        var last = await db.SheetRevisions.AsNoTracking().Where(row => row.PersonId == personId && row.Place == place)
            .OrderByDescending(row => row.Number).FirstOrDefaultAsync(cancel);
        if (last is not null && last.Words == document && last.ReviewOn == reviewOn)
            return;
        db.SheetRevisions.Add(new SheetRevision
        {
            DistrictId = districtId, PersonId = personId, Place = place, Number = (last?.Number ?? 0) + 1, PublicationId = publicationId,
            Words = document, ReviewOn = reviewOn, SavedAt = clock.GetUtcNow().UtcDateTime,
        });
    }

    static Sheet Read(SheetRevision row) => new(
        row.Number, row.SavedAt, row.ReviewOn, row.PublicationId, JsonSerializer.Deserialize<Dictionary<string, string>>(row.Words)!);
}
