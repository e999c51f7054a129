using Microsoft.EntityFrameworkCore;

namespace LtiMentoring.Web.Storage;

/// <summary>A certificate with what it rests on.</summary>
public sealed record CertificateFacts(Certificate Certificate, Completion Completion, District District);

/// <summary>Makes and finds certificates.</summary>
public sealed class Certificates(MentoringDb db, TimeProvider clock)
{
    public const int LongestName = 120;

    /// <summary>The certificate that was made of a completion, if one was.</summary>
    public Task<Certificate?> OfAsync(Guid completionId, CancellationToken cancel) =>
        db.Certificates.AsNoTracking().SingleOrDefaultAsync(row => row.CompletionId == completionId, cancel);

    /// <summary>Makes it, once: whoever asks again gets the first one.</summary>
    public Task<Certificate> MakeAsync(Completion completion, string name, string title, string language, string code, CancellationToken cancel) =>
        db.WriteAsync(async () =>
        {
            if (await OfAsync(completion.Id, cancel) is { } made)
                return made;
            var certificate = new Certificate
            {
                Code = code, DistrictId = completion.DistrictId, PersonId = completion.PersonId, CompletionId = completion.Id, Name = name,
                Title = title, Language = language, IssuedAt = clock.GetUtcNow().UtcDateTime,
            };
            db.Certificates.Add(certificate);
            return certificate;
        }, cancel);

    /// <summary>By its code, in whichever district: the code is the right to read it.</summary>
    public Task<CertificateFacts?> FindAsync(string code, CancellationToken cancel) => (
        from certificate in db.Certificates.IgnoreQueryFilters(new[] { MentoringDb.DistrictFilter })
        join completion in db.Completions on certificate.CompletionId equals completion.Id
        join district in db.Districts on certificate.DistrictId equals district.Id
        where certificate.Code == code
        select new CertificateFacts(certificate, completion, district)).AsNoTracking().SingleOrDefaultAsync(cancel);
}
