using LtiMentoring.Web.Storage;
using LtiMentoring.Web.Tests.Hosts;
using Microsoft.EntityFrameworkCore;

namespace LtiMentoring.Web.Tests.PassBack;

/// <summary>Addresses that an LMS names, and that nothing is sent to.</summary>
public sealed class OutboundTests(LmsStage.Sqlite stage) : IClassFixture<LmsStage.Sqlite>
{
    const string Inside = "169.254.169.254 is not called: it is on no address of the public internet. If it should be called all the same, name it in the setting PrivateHosts.";

    [Theory]
    [InlineData("https://169.254.169.254/latest/meta-data", Inside)]
    [InlineData("http://lms.example.org/columns/7", "http://lms.example.org is not called: it must begin with https://.")]
    public async Task A_column_where_nothing_is_sent_is_told_in_the_receipt(string column, string words)
    {
        var link = stage.NewLink();
        var mentor = stage.NewMentor();
        await stage.LaunchAsync(mentor, link);
        await stage.Tool.WriteAsync(db => db.PlacedLinks.Where(row => row.ResourceLinkId == link.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.LineItem, column)));

        await stage.FinishAsync(mentor);

        var held = await stage.TriedAsync(mentor);
        Assert.Equal((ReceiptState.Pending, words), (held.State, held.Words));
        Assert.Empty(stage.ScoresOf(mentor));
    }

    [Fact]
    public async Task A_token_endpoint_inside_the_network_is_told_in_the_receipt_and_costs_no_score()
    {
        var mentor = stage.NewMentor();
        await stage.LaunchAsync(mentor, stage.NewLink());
        var endpoint = await MoveTokenEndpointAsync("https://169.254.169.254/token");
        // Long enough that no token of before is left.
        stage.Clock.Advance(TimeSpan.FromHours(2));
        await stage.FinishAsync(mentor);

        var held = await stage.TriedAsync(mentor);
        Assert.Equal((ReceiptState.Pending, Inside), (held.State, held.Words));

        await MoveTokenEndpointAsync(endpoint);
        stage.Clock.Advance(TimeSpan.FromMinutes(1));
        await stage.AcceptedAsync(mentor);
    }

    async Task<string> MoveTokenEndpointAsync(string address)
    {
        var before = await stage.Tool.ReadAsync(db => db.Registrations.Select(row => row.TokenEndpoint).SingleAsync());
        await stage.Tool.WriteAsync(db => db.Registrations.ExecuteUpdateAsync(set => set.SetProperty(row => row.TokenEndpoint, address)));
        return before;
    }
}
