using System.Globalization;
using System.Text;
using LtiMentoring.Lti.Roster;
using LtiMentoring.Lti.Tests.Hosts;

namespace LtiMentoring.Lti.Tests.Roster;

/// <summary>A district may put everybody into one course. Nothing else runs meanwhile: these tests measure the whole program's memory.</summary>
[Collection(Alone.Name)]
public sealed class LargeRosterTests : IAsyncLifetime
{
    RosterStage stage = null!;

    public async ValueTask InitializeAsync() => stage = await RosterStage.StartAsync();

    public async ValueTask DisposeAsync() => await stage.DisposeAsync();

    /// <summary>A course of this size with names that are long enough to be seen in the memory.</summary>
    void Course(int members, int pageSize) => stage.Site.Answers[RosterStage.Path] = http =>
    {
        var from = http.Request.Query.TryGetValue("from", out var asked) ? int.Parse(asked!, CultureInfo.InvariantCulture) : 0;
        if (from + pageSize < members)
            http.Response.Headers.Link = $"<{stage.Address}?from={from + pageSize}>; rel=\"next\"";
        var page = new StringBuilder();
        for (var n = from; n < Math.Min(from + pageSize, members); n++)
            page.Append(n == from ? "" : ",").Append(CultureInfo.InvariantCulture, $$"""{"user_id":"{{n}}","roles":["Learner"],"name":"{{new string('a', 600)}}"}""");
        return PlatformSite.WriteAsync(http, RosterStage.Page(page.ToString()));
    };

    /// <summary>Reads a course and gives how many people it has, and the most bytes that were in use meanwhile.</summary>
    async Task<(int Members, long Bytes)> MeasureAsync(int members)
    {
        Course(members, pageSize: 200);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var (count, most) = (0, 0L);
        await foreach (var page in stage.Memberships.ReadAsync(stage.Address, null, null, CancellationToken.None))
        {
            count += page.Members.Count;
            if (count % 2_000 == 0)
                most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true) - before);
        }
        return (count, most);
    }

    [Fact]
    public async Task Twenty_thousand_members_need_no_more_memory_than_two_thousand()
    {
        await MeasureAsync(2_000);
        var few = await MeasureAsync(2_000);

        var many = await MeasureAsync(20_000);

        Assert.Equal((2_000, 20_000), (few.Members, many.Members));
        // Their names alone have 24 million bytes.
        Assert.InRange(many.Bytes - few.Bytes, long.MinValue, 4_000_000);
        Assert.InRange(many.Bytes, long.MinValue, 8_000_000);
    }

    [Fact]
    public async Task A_platform_that_sends_a_large_course_at_once_is_read()
    {
        Course(10_000, pageSize: 10_000);

        var page = (await stage.ReadAsync()).Single();

        Assert.Equal((10_000, true), (page.Members.Count, page.IsEnd));
        Assert.Empty(page.Answer.Body);
    }

    [Fact]
    public async Task A_page_without_end_is_not_read()
    {
        Course(20_000, pageSize: 20_000);

        Assert.Equal("the answer is longer than 8192 KB", (await stage.ReadAsync()).Single().Answer.Words);
    }

    [Fact]
    public async Task A_roster_ends_after_a_hundred_thousand_members_without_a_conclusion()
    {
        var page = RosterStage.Page(string.Join(',', Enumerable.Repeat("""{"user_id":"1"}""", 5_000)));
        Forever(page);

        var (count, last) = await CountAsync();

        Assert.Equal((Memberships.MostMembers, "the roster has more than 100000 members", false), (count, last.Answer.Words, last.IsEnd));
    }

    [Fact]
    public async Task A_roster_ends_after_two_thousand_pages_without_a_conclusion()
    {
        Forever(RosterStage.Page(RosterStage.Member(1)));

        var (count, last) = await CountAsync();

        Assert.Equal((Memberships.MostPages, false), (count, last.IsEnd));
        Assert.Contains("more than 2000 pages", last.Answer.Words, StringComparison.Ordinal);
    }

    void Forever(string page)
    {
        var asked = 0;
        stage.Site.Answers[RosterStage.Path] = http =>
        {
            http.Response.Headers.Link = $"<?page={Interlocked.Increment(ref asked)}>; rel=next";
            return PlatformSite.WriteAsync(http, page);
        };
    }

    async Task<(int Count, MembersPage Last)> CountAsync()
    {
        var (count, last) = (0, (MembersPage?)null);
        await foreach (var page in stage.Memberships.ReadAsync(stage.Address, null, null, CancellationToken.None))
            (count, last) = (count + page.Members.Count, page);
        return (count, last!);
    }
}

[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = "alone";
}
