using System.Text.Json;
using LtiMentoring.Lti.Services;

namespace LtiMentoring.Lti.Roster;

/// <summary>
/// The groups of a course (Course Groups Service 1.0). Who is in them stands in the roster: <see cref="Memberships"/>.
/// </summary>
/// <param name="services">Sends the calls.</param>
/// <param name="platform">Whose course it is.</param>
/// <remarks>
/// A list counts only when it was read to its end: of half a list nobody may conclude that a group is gone. Whoever is stopped
/// gets OperationCanceledException.
/// </remarks>
public sealed class CourseGroups(LtiServices services, Platform platform)
{
    /// <summary>How many groups, or sets, are read of one course.</summary>
    public const int Most = 2_000;

    const int MostPages = 100;

    const string GroupsType = "application/vnd.ims.lti-gs.v1.contextgroupcontainer+json";

    /// <summary>All groups (section 3.2), or null with the platform's answer, or what was wrong with it.</summary>
    /// <param name="groups">The address that a launch gave (<see cref="GroupsEndpoint.Groups"/>).</param>
    /// <param name="cancel">Gives up between pages, and on the way.</param>
    public Task<(IReadOnlyList<CourseGroup>? Groups, Answer Answer)> ReadAsync(string groups, CancellationToken cancel) =>
        ReadAsync(groups, "groups", CourseGroup.Read, cancel);

    /// <summary>All sets (section 3.3), or null with the platform's answer, or what was wrong with it.</summary>
    /// <param name="sets">The address that a launch gave (<see cref="GroupsEndpoint.Sets"/>).</param>
    /// <param name="cancel">Gives up between pages, and on the way.</param>
    public Task<(IReadOnlyList<GroupSet>? Sets, Answer Answer)> ReadSetsAsync(string sets, CancellationToken cancel) =>
        ReadAsync(sets, "sets", GroupSet.Read, cancel);

    async Task<(IReadOnlyList<T>? List, Answer Answer)> ReadAsync<T>(string address, string name, Func<Fields, T?> read, CancellationToken cancel) where T : class
    {
        var all = new List<T>();
        var last = Answer.None("the list has no page");
        await foreach (var page in Pages.FollowAsync(address, MostPages, next => GetAsync(next, cancel)))
        {
            if (!page.Succeeded)
                return (null, page);
            (var some, last) = page.Read(JsonValueKind.Object, json => new Fields(json).Objects(name)?.Select(read).OfType<T>().ToList());
            if (some is null)
                return (null, last);
            all.AddRange(some);
            if (all.Count > Most)
                return (null, Answer.None($"the course has more than {Most} {name}"));
        }
        return (all, last);
    }

    Task<Answer> GetAsync(string address, CancellationToken cancel) => services.SendAsync(platform, [Scopes.Groups], () =>
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Accept.ParseAdd(GroupsType);
        return request;
    }, cancel);
}
