using System.Text;
using LtiMentoring.Web.Hosting;
using LtiMentoring.Web.Storage;

namespace LtiMentoring.Web.Complete;

static class BadgeFile
{
    const string MediaType = "application/vc+jwt";

    /// <summary>A certificate's credential as a signed file, for whoever holds its code.</summary>
    public static void MapBadge(this WebApplication app) => app.MapGet("/certificates/{code}/badge", async (
        string code, Certificates certificates, Courses courses, MentoringDb db, ToolKeys keys, Settings settings, CancellationToken cancel) =>
    {
        if (CertificateCode.Read(code) is not { } read || await certificates.FindAsync(read, cancel) is not { } facts)
            return Results.NotFound();
        // Only to read the course that was completed.
        db.DistrictId = facts.Certificate.DistrictId;
        var course = await courses.AtAsync(facts.Completion.CourseId, facts.Completion.CompletedAt, cancel);
        // The same credential for everybody, whatever their browser asks for.
        Languages.Use(facts.Certificate.Language);
        var key = await keys.CurrentAsync(cancel);
        var signed = key.Sign(Badge.Of(facts, course, settings.PublicUrl).ToJsonString(), ToolAddresses.Jwk(settings, key.Kid));
        return Results.File(Encoding.ASCII.GetBytes(signed), MediaType, $"{facts.Certificate.Code}.jwt");
    }).AllowAnonymous();
}
