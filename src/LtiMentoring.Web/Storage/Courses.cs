using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using LtiMentoring.Training.Learn;
using Microsoft.EntityFrameworkCore;

namespace LtiMentoring.Web.Storage;

/// <summary>A course with the number under which a district published it.</summary>
public sealed record PublishedCourse(Guid Id, int Number, Course Course);

/// <summary>The course that ships with the tool, read and checked when the program starts.</summary>
public sealed class ShippedCourse
{
    readonly string folder;
    readonly HashSet<string> files;

    /// <param name="course">The course.</param>
    /// <param name="folder">Where its files lie.</param>
    public ShippedCourse(Course course, string folder)
    {
        this.folder = folder;
        files = [.. CourseMedia.FilesOf(course)];
        Id = course.Id;
        Document = CourseDocument.Write(course);
        Hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Document)));
    }

    public string Id { get; }
    public string Document { get; }

    /// <summary>Tells one version of the course from another. Every page asks for it, so it is reckoned once.</summary>
    public string Hash { get; }

    /// <summary>Where a file lies that the course names; null for any other.</summary>
    public string? FindFile(string name) => files.Contains(name) ? Path.Combine(folder, name) : null;
}

/// <summary>
/// The publications of a district. A district that has changed nothing follows the shipped course: a new version of it
/// becomes a new publication, and attempts on the old one go on as they began.
/// </summary>
public sealed class Courses(MentoringDb db, ShippedCourse shipped, PublicationCache cache, TimeProvider clock)
{
    /// <summary>What a mentor of this district reads now.</summary>
    public async Task<PublishedCourse> CurrentAsync(CancellationToken cancel)
    {
        var latest = await LatestAsync(cancel);
        if (latest?.Hash != shipped.Hash)
            latest = await PublishAsync(cancel);
        return await FindAsync(latest.Id, cancel);
    }

    /// <summary>One publication of this district, old or new.</summary>
    public async Task<PublishedCourse> FindAsync(Guid id, CancellationToken cancel)
    {
        if (cache.Find(id, db.DistrictId) is { } known)
            return known;
        var row = await db.Publications.AsNoTracking().SingleAsync(publication => publication.Id == id, cancel);
        return cache.Keep(new PublishedCourse(row.Id, row.Number, CourseDocument.Read(row.Document)), row.DistrictId);
    }

    /// <summary>A course as mentors of this district read it at that moment.</summary>
    public async Task<Course> AtAsync(string courseId, DateTime moment, CancellationToken cancel)
    {
        // The clock of the replica that published may be a little ahead of the one that told the moment; something is better than nothing.
        var id = await db.Publications.Where(row => row.CourseId == courseId)
            .OrderBy(row => row.PublishedAt > moment).ThenByDescending(row => row.Number).Select(row => row.Id).FirstAsync(cancel);
        return (await FindAsync(id, cancel)).Course;
    }

    Task<Latest?> LatestAsync(CancellationToken cancel) =>
        db.Publications.Where(row => row.CourseId == shipped.Id).OrderByDescending(row => row.Number)
            .Select(row => new Latest(row.Id, row.Number, row.Hash)).FirstOrDefaultAsync(cancel);

    Task<Latest> PublishAsync(CancellationToken cancel) => db.WriteAsync(async () =>
    {
        // Another replica may have published it meanwhile.
        var latest = await LatestAsync(cancel);
        if (latest?.Hash == shipped.Hash)
            return latest;
        var row = new Publication
        {
            DistrictId = db.DistrictId!.Value, CourseId = shipped.Id, Number = (latest?.Number ?? 0) + 1, Document = shipped.Document,
            Hash = shipped.Hash, PublishedAt = clock.GetUtcNow().UtcDateTime,
        };
        db.Publications.Add(row);
        return new Latest(row.Id, row.Number, row.Hash);
    }, cancel);

    sealed record Latest(Guid Id, int Number, string Hash);
}

/// <summary>Publications never change, so the ones in use are kept ready.</summary>
public sealed class PublicationCache
{
    const int Most = 200;
    readonly ConcurrentDictionary<(Guid Publication, Guid? District), PublishedCourse> kept = new();

    public PublishedCourse? Find(Guid id, Guid? district) => kept.GetValueOrDefault((id, district));

    public PublishedCourse Keep(PublishedCourse course, Guid district)
    {
        if (kept.Count >= Most)
            kept.Clear();
        return kept[(course.Id, district)] = course;
    }
}
