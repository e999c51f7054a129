namespace LtiMentoring.Web.Tests.Seams;

/// <summary>Who may look into several districts at once.</summary>
public sealed class FilterTests
{
    /// <summary>What is done in the background is done for all districts; a launch, a notice, a session and an operator come before a district is known; a
    /// certificate is read by whoever holds its code.</summary>
    static readonly string[] LiftTheFilter = ["Hosting/DueWork.cs", "Hosting/Sessions.cs", "Launch/Notices.cs", "Launch/SignIn.cs", "Operate/ConnectionFacts.cs", "Operate/EraseVerb.cs", "Operate/Platforms.cs", "PassBack/ScoreSender.cs", "PassBack/StartedSender.cs", "Storage/Certificates.cs", "Storage/Sweep.cs"];

    [Fact]
    public void Only_named_files_lift_the_filter_that_keeps_districts_apart() =>
        Assert.Equal(LiftTheFilter, SeamTests.Source("LtiMentoring.Web").Concat(SeamTests.Source("LtiMentoring.Web", "*.cshtml"))
            .Where(file => file.Text.Contains("IgnoreQueryFilters", StringComparison.Ordinal)).Select(file => file.Name).Order(StringComparer.Ordinal));

    [Fact]
    public void Whoever_lifts_it_names_it() =>
        Assert.Empty(SeamTests.Source("LtiMentoring.Web").Where(file => file.Text.Contains("IgnoreQueryFilters()", StringComparison.Ordinal)).Select(file => file.Name));

    /// <summary>SQL written by hand knows no filter.</summary>
    [Fact]
    public void Only_named_files_write_SQL_by_hand() =>
        Assert.Equal(["Hosting/Sessions.cs", "Storage/Leases.cs", "Storage/SafeMigrator.cs"], SeamTests.Source("LtiMentoring.Web")
            .Where(file => file.Text.Contains("ExecuteSql", StringComparison.Ordinal) || file.Text.Contains("FromSql", StringComparison.Ordinal)
                || file.Text.Contains("SqlQuery", StringComparison.Ordinal)).Select(file => file.Name).Order(StringComparer.Ordinal));
}
