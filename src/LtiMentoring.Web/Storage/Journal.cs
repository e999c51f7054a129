using Microsoft.EntityFrameworkCore;

namespace LtiMentoring.Web.Storage;

/// <summary>A mentor's private notes.</summary>
public sealed class Journal(MentoringDb db, TimeProvider clock)
{
    /// <summary>Every note, the newest first.</summary>
    public Task<List<JournalEntry>> AllAsync(Guid personId, CancellationToken cancel) =>
        db.JournalEntries.AsNoTracking().Where(row => row.PersonId == personId).OrderByDescending(row => row.WrittenAt).ToListAsync(cancel);

    public Task<int> CountAsync(Guid personId, CancellationToken cancel) => db.JournalEntries.CountAsync(row => row.PersonId == personId, cancel);

    /// <summary>
    /// Adds a note under the id that its form carries, once: the same form sent again changes nothing, and other words
    /// sent with it are a note of their own. Belongs into a transaction of the caller's.
    /// </summary>
    public async Task AddAsync(Guid districtId, Guid personId, Guid id, string text, CancellationToken cancel)
    {
        var sent = await db.JournalEntries.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancel);
        if (sent?.PersonId == personId && sent.Text == text)
            return;
        var now = clock.GetUtcNow().UtcDateTime;
        db.JournalEntries.Add(new JournalEntry
        {
            Id = sent is null ? id : Guid.CreateVersion7(), DistrictId = districtId, PersonId = personId, Text = text, WrittenAt = now, ChangedAt = now,
        });
    }

    /// <summary>Changes a note. Belongs into a transaction of the caller's.</summary>
    public async Task ChangeAsync(Guid personId, Guid id, string text, CancellationToken cancel)
    {
        if (await db.JournalEntries.SingleOrDefaultAsync(row => row.PersonId == personId && row.Id == id, cancel) is { } entry && entry.Text != text)
            (entry.Text, entry.ChangedAt) = (text, clock.GetUtcNow().UtcDateTime);
    }

    /// <summary>Deletes a note. Belongs into a transaction of the caller's.</summary>
    public Task DeleteAsync(Guid personId, Guid id, CancellationToken cancel) =>
        db.JournalEntries.Where(row => row.PersonId == personId && row.Id == id).ExecuteDeleteAsync(cancel);
}
