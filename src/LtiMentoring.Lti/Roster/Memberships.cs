using System.Runtime.CompilerServices;
using System.Text.Json;
using LtiMentoring.Lti.Services;

namespace LtiMentoring.Lti.Roster;

/// <summary>
/// Who is in a course (Names and Role Provisioning Services 2.0). A roster is read page by page, each when the one before
/// was taken, so a large one needs no more memory than a small one.
/// </summary>
/// <param name="services">Sends the calls.</param>
/// <param name="platform">Whose course it is.</param>
/// <remarks>
/// The last page of a roster says either that it is the end, or, in the platform's own words, why there is no more: a page did
/// not come or could not be read, or the roster is longer than the limits. Whoever is stopped gets OperationCanceledException.
/// </remarks>
public sealed class Memberships(LtiServices services, Platform platform)
{
    /// <summary>How many pages are read of one roster.</summary>
    public const int MostPages = 2_000;

    /// <summary>How many people are read of one roster.</summary>
    public const int MostMembers = 100_000;

    /// <summary>The longest page that is read, in bytes. Some platforms send a whole course at once, whatever they are asked.</summary>
    public const int LongestPage = 8 * 1024 * 1024;

    /// <summary>How many people a page is asked to have (section 2.4.2). Platforms may send fewer, or more.</summary>
    const int PageSize = 200;

    const string MembersType = "application/vnd.ims.lti-nrps.v2.membershipcontainer+json";

    /// <summary>The people in a course (section 2.4).</summary>
    /// <param name="memberships">The address that a launch gave (<see cref="Launch.LaunchMessage.Memberships"/>).</param>
    /// <param name="role">Only people with this role, by its short name or full address (section 2.4.1).</param>
    /// <param name="resourceLinkId">Only people who may open this resource link (section 3.1).</param>
    /// <param name="cancel">Gives up between pages, and on the way.</param>
    public IAsyncEnumerable<MembersPage> ReadAsync(string memberships, string? role, string? resourceLinkId, CancellationToken cancel)
    {
        var address = WebAddress.With(memberships, "limit", $"{PageSize}");
        if (role is not null)
            address = WebAddress.With(address, "role", role);
        if (resourceLinkId is not null)
            address = WebAddress.With(address, "rlid", resourceLinkId);
        return FollowAsync(address, cancel);
    }

    /// <summary>
    /// What changed in a roster since it was read (section 2.4.3): people who came or whose data changed, and those who left,
    /// as <see cref="MemberStatus.Deleted"/>.
    /// </summary>
    /// <param name="differences">The address that an earlier page gave (<see cref="Answer.Differences"/>). Few platforms give one.</param>
    /// <param name="cancel">Gives up between pages, and on the way.</param>
    public IAsyncEnumerable<MembersPage> ReadDifferencesAsync(string differences, CancellationToken cancel) => FollowAsync(differences, cancel);

    async IAsyncEnumerable<MembersPage> FollowAsync(string address, [EnumeratorCancellation] CancellationToken cancel)
    {
        var count = 0;
        await foreach (var answer in Pages.FollowAsync(address, MostPages, page => GetAsync(page, cancel)))
        {
            var page = Read(answer, WebAddress.Origin(address));
            count += page.Members.Count;
            yield return count > MostMembers ? new MembersPage([], Answer.None($"the roster has more than {MostMembers} members")) : page;
            if (!page.Answer.Succeeded || count > MostMembers)
                yield break;
        }
    }

    Task<Answer> GetAsync(string address, CancellationToken cancel) => services.SendAsync(platform, [Scopes.Roster], () =>
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Accept.ParseAdd(MembersType);
        return request;
    }, cancel, LongestPage);

    static MembersPage Read(Answer answer, string origin)
    {
        if (!answer.Succeeded)
            return new MembersPage([], answer);
        var (members, read) = answer.Read(JsonValueKind.Object,
            json => new Fields(json).Objects("members")?.Select(Member.Read).OfType<Member>().ToList());
        if (members is null)
            return new MembersPage([], read);
        // Our token will go there too, so it must be the same site.
        var differences = answer.Differences is { } address && WebAddress.Origin(address) == origin ? address : null;
        return new MembersPage(members, answer with { Body = "", Differences = differences });
    }
}
