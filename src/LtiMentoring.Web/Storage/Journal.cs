using Microsoft.EntityFrameworkCore;

namespace LtiMentoring.Web.Storage;

/// <summary>A mentor's private notes.</summary>
public sealed class Journal(MentoringDb db, TimeProvider clock)
{
    /// <summary>Every note, the newest first.</summary>
    public Task<List<JournalEntry>> AllAsync(Guid personId, CancellationToken cancel) =>
        db.JournalEntries.AsNoTracking().Where(row => row.PersonId == personId).OrderByDescending(row => row.WrittenAt).ToListAsync(cancel);

    public Task<int> CountAsync(Guid personId, CancellationToken cancel) => db.JournalEntries.CountAsync(row => row.PersonId == personId, cancel);

    /// <summary>Adds a note. Belongs into a transaction of the caller's.</summary>
    public void Add(Guid districtId, Guid personId, string text)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        db.JournalEntries.Add(new JournalEntry { DistrictId = districtId, PersonId = personId, Text = text, WrittenAt = now, ChangedAt = now });
    }

    /// <summary>Changes a note. Belongs into a transaction of the caller's.</summary>
    public async Task ChangeAsync(Guid personId, Guid id, string text, CancellationToken cancel)
    {
        if (await db.JournalEntries.SingleOrDefaultAsync(row => row.PersonId == personId && row.Id == id, cancel) is { } entry && entry.Text != text)
            (entry.Text, entry.ChangedAt) = (text, clock.GetUtcNow().UtcDateTime);
    }

    public Task DeleteAsync(Guid personId, Guid id, CancellationToken cancel) =>
        db.WriteAsync(() => db.JournalEntries.Where(row => row.PersonId == personId && row.Id == id).ExecuteDeleteAsync(cancel), cancel);
}
