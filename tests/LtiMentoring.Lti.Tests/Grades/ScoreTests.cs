using LtiMentoring.Lti.Grades;
using LtiMentoring.Lti.Tests.Hosts;

namespace LtiMentoring.Lti.Tests.Grades;

/// <summary>A score as it leaves the tool, byte by byte.</summary>
public sealed class ScoreTests : IAsyncLifetime
{
    ServiceStage stage = null!;

    public async ValueTask InitializeAsync() => stage = await ServiceStage.StartAsync();

    public async ValueTask DisposeAsync() => await stage.DisposeAsync();

    async Task<Asked> PostAsync(Score score, string query = "")
    {
        stage.Site.AnswerJson("/lineitem/scores", "");
        var answer = await stage.Gradebook(ServiceStage.ScoreScope).PostAsync($"{stage.Site.Address}/lineitem{query}", score, CancellationToken.None);
        Assert.Equal(200, answer.Status);
        return stage.Site.AskedAt("/lineitem/scores").Single();
    }

    static Score Full(DateTimeOffset at, string user = "8") => new() { UserId = user, At = at, ScoreGiven = 1, ScoreMaximum = 1 };

    [Fact]
    public async Task A_completion_goes_out_exactly_so()
    {
        var request = await PostAsync(Full(new DateTimeOffset(2026, 11, 22, 5, 9, 0, 408, TimeSpan.Zero)), "?type_id=1");

        Assert.Equal(("POST", "/lineitem/scores?type_id=1"), (request.Method, request.Target));
        Assert.Equal("application/vnd.ims.lis.v1.score+json", request.Headers["Content-Type"]);
        Assert.Equal(
            """{"userId":"8","timestamp":"2026-11-22T05:09:00.408Z","scoreGiven":1,"scoreMaximum":1,"activityProgress":"Completed","gradingProgress":"FullyGraded"}""",
            request.Body);
        Assert.Equal(request.Body.Length.ToString(System.Globalization.CultureInfo.InvariantCulture), request.Headers["Content-Length"]);
    }

    [Fact]
    public async Task What_is_not_graded_yet_goes_out_without_points_and_is_no_work_that_was_handed_in()
    {
        var request = await PostAsync(new Score
        {
            UserId = "8", At = new DateTimeOffset(2026, 11, 22, 5, 9, 0, 408, TimeSpan.Zero), ActivityProgress = "InProgress", GradingProgress = "NotReady",
            CanvasSubmission = new CanvasSubmission(IsNew: false),
        });

        Assert.Equal(
            """{"userId":"8","timestamp":"2026-11-22T05:09:00.408Z","activityProgress":"InProgress","gradingProgress":"NotReady","https://canvas.instructure.com/lti/submission":{"new_submission":false}}""",
            request.Body);
    }

    public static TheoryData<DateTimeOffset, string> Times => new()
    {
        { new(2026, 11, 22, 5, 9, 0, TimeSpan.Zero), "2026-11-22T05:09:00.000Z" },
        { new(2026, 11, 22, 23, 9, 0, 5, TimeSpan.FromHours(-6)), "2026-11-23T05:09:00.005Z" },
        { new DateTimeOffset(2026, 11, 22, 5, 9, 0, 999, TimeSpan.Zero).AddTicks(9_999), "2026-11-22T05:09:00.999Z" },
    };

    [Theory, MemberData(nameof(Times))]
    public async Task A_time_goes_out_in_UTC_with_milliseconds_never_rounded_up(DateTimeOffset at, string written) =>
        Assert.Contains($"\"timestamp\":\"{written}\"", (await PostAsync(Full(at))).Body, StringComparison.Ordinal);

    [Fact]
    public async Task Times_and_points_are_written_the_same_in_every_country()
    {
        var before = System.Globalization.CultureInfo.CurrentCulture;
        try
        {
            System.Globalization.CultureInfo.CurrentCulture = System.Globalization.CultureInfo.GetCultureInfo("ar-SA");
            var body = (await PostAsync(Full(new DateTimeOffset(2026, 11, 22, 5, 9, 0, TimeSpan.Zero)) with { ScoreGiven = 12.5, ScoreMaximum = 12.5 })).Body;

            Assert.Contains("\"timestamp\":\"2026-11-22T05:09:00.000Z\",\"scoreGiven\":12.5,\"scoreMaximum\":12.5", body, StringComparison.Ordinal);
        }
        finally
        {
            System.Globalization.CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public async Task A_person_keeps_every_letter_of_the_id()
    {
        var body = (await PostAsync(Full(DateTimeOffset.UnixEpoch, "a\"b\\é+<\U0001F600"))).Body;

        Assert.Equal("a\"b\\é+<\U0001F600", System.Text.Json.JsonDocument.Parse(body).RootElement.GetProperty("userId").GetString());
    }

    [Fact]
    public async Task Only_scopes_that_were_granted_and_that_the_gradebook_needs_are_asked_for()
    {
        stage.Site.AnswerJson("/lineitem/scores", "");

        await stage.Gradebook(ServiceStage.ScoreScope, ServiceStage.ReadOnlyScope, "https://purl.imsglobal.org/spec/lti-nrps/scope/contextmembership.readonly")
            .PostAsync($"{stage.Site.Address}/lineitem", Full(DateTimeOffset.UnixEpoch), CancellationToken.None);

        Assert.Equal([ServiceStage.ReadOnlyScope, ServiceStage.ScoreScope], stage.TokenRequests.Single().Form["scope"].Split(' '));
    }

    [Fact]
    public async Task Without_a_scope_nothing_is_sent()
    {
        var answer = await stage.Gradebook("openid").PostAsync($"{stage.Site.Address}/lineitem", Full(DateTimeOffset.UnixEpoch), CancellationToken.None);

        Assert.Equal((0, "the launch granted no scope for this"), (answer.Status, answer.Words));
        Assert.Empty(stage.Site.Asked);
    }
}
