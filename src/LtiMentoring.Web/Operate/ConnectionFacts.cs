using LtiMentoring.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace LtiMentoring.Web.Operate;

/// <summary>What an operator is told of one connection, across all the districts that it serves. Nothing of it is about a person.</summary>
public sealed class ConnectionFacts(MentoringDb db)
{
    static readonly string[] AllDistricts = [MentoringDb.DistrictFilter];

    /// <summary>Its deployments, with the district of each.</summary>
    public Task<List<DeploymentView>> DeploymentsAsync(Guid registration, CancellationToken cancel) => (
        from deployment in db.Deployments.IgnoreQueryFilters(AllDistricts)
        join district in db.Districts on deployment.DistrictId equals district.Id
        where deployment.RegistrationId == registration
        orderby district.Name, deployment.DeploymentId
        select new DeploymentView(deployment.DeploymentId, district.Name)).ToListAsync(cancel);

    /// <summary>What goes with it when it is deleted.</summary>
    public async Task<Goes> GoesAsync(Guid registration, CancellationToken cancel) => new(
        await db.Deployments.IgnoreQueryFilters(AllDistricts).CountAsync(row => row.RegistrationId == registration, cancel),
        await Links(registration).CountAsync(cancel),
        await (
            from cohort in db.Cohorts.IgnoreQueryFilters(AllDistricts)
            join course in db.LmsCourses.IgnoreQueryFilters(AllDistricts) on cohort.LmsCourseId equals course.Id
            join deployment in db.Deployments.IgnoreQueryFilters(AllDistricts) on course.DeploymentId equals deployment.Id
            where deployment.RegistrationId == registration
            select cohort).CountAsync(cancel),
        await db.Sessions.IgnoreQueryFilters(AllDistricts).CountAsync(row => row.RegistrationId == registration, cancel),
        await Receipts(registration).CountAsync(row => row.State == ReceiptState.Pending || row.State == ReceiptState.WaitsForLaunch, cancel));

    /// <summary>When a gradebook last accepted something, and the last thing that one said against us.</summary>
    public async Task<Grading> GradingAsync(Guid registration, CancellationToken cancel)
    {
        var links = await Links(registration).Select(link => link.Scopes).ToListAsync(cancel);
        var accepted = await Receipts(registration).Where(row => row.State == ReceiptState.Accepted).MaxAsync(row => row.AnsweredAt, cancel);
        var failed = await Receipts(registration).Where(row => row.State != ReceiptState.Accepted && row.Words != null)
            .OrderByDescending(row => row.AnsweredAt).Select(row => new Said(row.Words!, row.AnsweredAt)).FirstOrDefaultAsync(cancel);
        return new Grading(links.Count, links.Count(scopes => scopes is not null), accepted, failed);
    }

    /// <summary>Whether it tells of copied courses.</summary>
    public async Task<Noticed> NoticesAsync(Guid registration, CancellationToken cancel)
    {
        var deployments = await db.Deployments.IgnoreQueryFilters(AllDistricts).AsNoTracking()
            .Where(row => row.RegistrationId == registration && row.NoticeHandlers != null).ToListAsync(cancel);
        return new Noticed(
            deployments.Exists(row => row.NoticeHandler is not null),
            deployments.Find(row => row is { NoticeHandler: null, NoticesFailure: not null })?.NoticesFailure, deployments.Max(row => row.NoticeReceivedAt));
    }

    IQueryable<PlacedLink> Links(Guid registration) =>
        from link in db.PlacedLinks.IgnoreQueryFilters(AllDistricts)
        join deployment in db.Deployments.IgnoreQueryFilters(AllDistricts) on link.DeploymentId equals deployment.Id
        where deployment.RegistrationId == registration
        select link;

    IQueryable<Receipt> Receipts(Guid registration) =>
        from receipt in db.Receipts.IgnoreQueryFilters(AllDistricts)
        join link in Links(registration) on receipt.PlacedLinkId equals link.Id
        select receipt;
}

public sealed record DeploymentView(string DeploymentId, string District);

/// <summary>How many rows of each kind go with a connection.</summary>
public sealed record Goes(int Deployments, int Links, int Cohorts, int Sessions, int Unsent);

/// <param name="Links">How many activities were opened so far.</param>
/// <param name="WithGradebook">How many of them came with a gradebook.</param>
/// <param name="AcceptedAt">When a score was last accepted.</param>
/// <param name="Failed">The last refusal.</param>
public sealed record Grading(int Links, int WithGradebook, DateTime? AcceptedAt, Said? Failed);

/// <param name="IsAgreed">Whether it agreed to tell of copied courses.</param>
/// <param name="Failure">Its words where it did not.</param>
/// <param name="ReceivedAt">When it last told something.</param>
public sealed record Noticed(bool IsAgreed, string? Failure, DateTime? ReceivedAt);

/// <summary>The LMS's own words.</summary>
public sealed record Said(string Words, DateTime? At);
