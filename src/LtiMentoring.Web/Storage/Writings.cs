using Microsoft.EntityFrameworkCore;

namespace LtiMentoring.Web.Storage;

/// <summary>Reads and writes what one mentor wrote.</summary>
public sealed class Writings(MentoringDb db, TimeProvider clock)
{
    /// <summary>About sixty pages. What is longer is cut, and the page says so beforehand.</summary>
    public const int LongestText = 100_000;

    /// <summary>Words as they may be stored: line ends alike, no characters that a database cannot hold.</summary>
    public static string Clean(string text)
    {
        var clean = text.ReplaceLineEndings("\n").Replace("\0", "", StringComparison.Ordinal).Trim();
        return Cut(clean, LongestText);
    }

    /// <summary>Not longer than this. A letter made of two is never cut in half: no database takes half a letter.</summary>
    public static string Cut(string text, int longest) =>
        text.Length <= longest ? text : text[..(char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest)];

    /// <summary>What was written at these places, by place.</summary>
    public Task<Dictionary<string, string>> FindAsync(Guid personId, IReadOnlyCollection<string> places, CancellationToken cancel) =>
        db.Writings.Where(writing => writing.PersonId == personId && places.Contains(writing.Place))
            .ToDictionaryAsync(writing => writing.Place, writing => writing.Text, cancel);

    /// <summary>Everything that was written, by place.</summary>
    public Task<Dictionary<string, string>> AllAsync(Guid personId, CancellationToken cancel) =>
        db.Writings.AsNoTracking().Where(writing => writing.PersonId == personId).ToDictionaryAsync(writing => writing.Place, writing => writing.Text, cancel);

    /// <summary>Deletes every word of a person, said or written. What they completed stays: it holds no words.</summary>
    public Task DeleteAllAsync(Guid personId, CancellationToken cancel) =>
        db.WriteAsync(() => DeleteAllAsync(db.People.Where(row => row.Id == personId), cancel), cancel);

    /// <summary>The same of all these people, who are looked for as their rows are deleted. Belongs into a transaction of the caller's.</summary>
    /// <returns>How many rows went.</returns>
    public async Task<int> DeleteAllAsync(IQueryable<Person> people, CancellationToken cancel)
    {
        var ids = people.Select(person => person.Id);
        return await db.Writings.Where(row => ids.Contains(row.PersonId)).ExecuteDeleteAsync(cancel)
            + await db.Drafts.Where(row => ids.Contains(row.PersonId)).ExecuteDeleteAsync(cancel)
            + await db.SheetRevisions.Where(row => ids.Contains(row.PersonId)).ExecuteDeleteAsync(cancel)
            + await db.JournalEntries.Where(row => ids.Contains(row.PersonId)).ExecuteDeleteAsync(cancel)
            + await db.CheckInPlans.Where(row => ids.Contains(row.PersonId)).ExecuteDeleteAsync(cancel)
            + await db.Attempts.Where(row => ids.Contains(row.PersonId)).ExecuteDeleteAsync(cancel);
    }

    /// <summary>Saves words at their places; empty ones are removed. Belongs into a transaction of the caller's.</summary>
    public async Task SaveAsync(Guid districtId, Guid personId, IReadOnlyDictionary<string, string> words, CancellationToken cancel)
    {
        foreach (var (place, text) in words)
        {
            var stored = await db.Writings.FindAsync([personId, place], cancel);
            if (text.Length == 0 && stored is not null)
                db.Writings.Remove(stored);
            else if (text.Length > 0 && stored is null)
                db.Writings.Add(new Writing
                {
                    DistrictId = districtId, PersonId = personId, Place = place, Text = text, WrittenAt = clock.GetUtcNow().UtcDateTime,
                });
            else if (stored is not null && stored.Text != text)
                (stored.Text, stored.WrittenAt) = (text, clock.GetUtcNow().UtcDateTime);
        }
    }
}
