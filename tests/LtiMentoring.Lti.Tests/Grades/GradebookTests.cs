using LtiMentoring.Lti.Grades;
using LtiMentoring.Lti.Services;
using LtiMentoring.Lti.Tests.Hosts;

namespace LtiMentoring.Lti.Tests.Grades;

public sealed class GradebookTests : IAsyncLifetime
{
    ServiceStage stage = null!;
    Gradebook gradebook = null!;

    public async ValueTask InitializeAsync()
    {
        stage = await ServiceStage.StartAsync();
        gradebook = stage.Gradebook(ServiceStage.LineItemScope, ServiceStage.ResultScope);
    }

    public async ValueTask DisposeAsync() => await stage.DisposeAsync();

    Task<(LineItem? Item, Answer Answer)> FindAsync(string query = "") =>
        gradebook.FindAsync($"{stage.Site.Address}/lineitems{query}", "listening", "completion", CancellationToken.None);

    Task<(Result? Result, Answer Answer)> ResultAsync(string user = "8") =>
        gradebook.ResultAsync($"{stage.Site.Address}/lineitem?type_id=1", user, CancellationToken.None);

    [Theory]
    [InlineData("", false, false, false, false)]
    [InlineData(ServiceStage.LineItemScope, true, true, false, false)]
    [InlineData(ServiceStage.ReadOnlyScope, true, false, false, false)]
    [InlineData(ServiceStage.ScoreScope, false, false, true, false)]
    [InlineData(ServiceStage.ResultScope, false, false, false, true)]
    public void What_may_be_done_is_what_was_granted(string scope, bool find, bool create, bool post, bool read)
    {
        var granted = stage.Gradebook(scope);

        Assert.Equal((find, create, post, read), (granted.MayFindLineItems, granted.MayCreateLineItems, granted.MayPostScores, granted.MayReadResults));
    }

    [Fact]
    public async Task A_line_item_is_looked_for_by_resource_and_tag()
    {
        stage.Site.AnswerJson("/lineitems", """[{"id":"https://lms.example.org/1","label":"Listening","scoreMaximum":100,"resourceId":"listening","tag":"completion"}]""");

        var (item, answer) = await FindAsync("?type_id=1");

        Assert.Equal(200, answer.Status);
        Assert.Equal(new LineItem { Id = "https://lms.example.org/1", Label = "Listening", ScoreMaximum = 100, ResourceId = "listening", Tag = "completion" }, item);
        var request = stage.Site.AskedAt("/lineitems").Single();
        Assert.Equal("/lineitems?type_id=1&resource_id=listening&tag=completion", request.Target);
        Assert.Equal("application/vnd.ims.lis.v2.lineitemcontainer+json", request.Headers["Accept"]);
    }

    [Fact]
    public async Task A_platform_that_does_not_filter_is_filtered_here()
    {
        stage.Site.AnswerJson("/lineitems", """
            [
                null, 7, "x", [], {},
                {"id":"https://lms.example.org/1","resourceId":"feedback","tag":"completion"},
                {"id":"https://lms.example.org/2","resourceId":"listening","tag":"grade"},
                {"id":"https://lms.example.org/3","resourceId":"listening"},
                {"id":"https://lms.example.org/4","resourceId":"LISTENING","tag":"completion"},
                {"resourceId":"listening","tag":"completion"},
                {"id":"/lineitems/5","resourceId":"listening","tag":"completion"},
                {"id":"javascript:alert(1)","resourceId":"listening","tag":"completion"},
                {"id":["https://lms.example.org/6"],"resourceId":"listening","tag":"completion"},
                {"id":"https://lms.example.org/7","resourceId":"listening","tag":"completion","scoreMaximum":{}},
                {"id":"https://lms.example.org/8","resourceId":"listening","tag":"completion"}
            ]
            """);

        Assert.Equal("https://lms.example.org/7", (await FindAsync()).Item?.Id);
    }

    [Fact]
    public async Task None_yet_is_a_success_without_an_item()
    {
        stage.Site.AnswerJson("/lineitems", "[]");

        var (item, answer) = await FindAsync();

        Assert.Equal((null, true), (item, answer.Succeeded));
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html>back in five minutes</html>")]
    [InlineData("{\"lineItems\":[]}")]
    [InlineData("null")]
    [InlineData("[{\"id\":")]
    public async Task A_list_that_cannot_be_read_is_not_taken_for_an_empty_one(string body)
    {
        stage.Site.AnswerJson("/lineitems", body);
        stage.Site.AnswerJson("/lineitem/results", body);

        var (item, found) = await FindAsync();
        var (result, read) = await ResultAsync();

        Assert.Equal((null, false), (item, found.Succeeded));
        Assert.Equal((null, false), (result, read.Succeeded));
        Assert.Equal($"the answer cannot be read: 200 OK{(body.Length > 0 ? $": {body}" : "")}", read.Words);
    }

    [Theory]
    [InlineData(404)]
    [InlineData(500)]
    public async Task A_refusal_is_the_answer(int status)
    {
        stage.Site.AnswerJson("/lineitems", "[]", status);

        Assert.Equal(status, (await FindAsync()).Answer.Status);
    }

    [Fact]
    public async Task A_line_item_is_made_with_what_is_known_and_nothing_else()
    {
        stage.Site.AnswerJson("/lineitems", """{"id":"https://lms.example.org/9?type_id=1","label":"Listening","scoreMaximum":1,"resourceId":"listening","tag":"completion"}""", status: 201);

        var (item, answer) = await gradebook.CreateAsync(
            $"{stage.Site.Address}/lineitems", new LineItem { Label = "Listening", ResourceId = "listening", Tag = "completion" }, CancellationToken.None);

        Assert.Equal((201, "https://lms.example.org/9?type_id=1"), (answer.Status, item?.Id));
        var request = stage.Site.AskedAt("/lineitems").Single();
        Assert.Equal("application/vnd.ims.lis.v2.lineitem+json", request.Headers["Content-Type"]);
        Assert.Equal("""{"label":"Listening","scoreMaximum":1,"resourceId":"listening","tag":"completion"}""", request.Body);
    }

    [Theory]
    [InlineData("""{"id":"https://lms.example.org/1","scoreMaximum":100}""", 100)]
    [InlineData("""{"id":"https://lms.example.org/1","scoreMaximum":"12.5"}""", 12.5)]
    [InlineData("""{"id":"https://lms.example.org/1","scoreMaximum":0}""", 1)]
    [InlineData("""{"id":"https://lms.example.org/1","scoreMaximum":1e999}""", 1)]
    [InlineData("""{"id":7,"label":[],"resourceId":{},"tag":true}""", 1)]
    public async Task A_line_items_full_marks_are_read_or_are_one(string json, double maximum)
    {
        stage.Site.AnswerJson("/lineitem", json);

        var (item, _) = await gradebook.GetAsync($"{stage.Site.Address}/lineitem?type_id=1", CancellationToken.None);

        Assert.Equal(maximum, item?.ScoreMaximum);
        Assert.Equal("application/vnd.ims.lis.v2.lineitem+json", stage.Site.AskedAt("/lineitem").Single().Headers["Accept"]);
    }

    [Fact]
    public async Task A_line_item_that_cannot_be_read_is_no_success()
    {
        stage.Site.AnswerJson("/lineitem", "[]");

        var (item, answer) = await gradebook.GetAsync($"{stage.Site.Address}/lineitem", CancellationToken.None);

        Assert.Equal((null, "the answer cannot be read: 200 OK: []"), (item, answer.Words));
    }

    [Fact]
    public async Task One_persons_result_is_read()
    {
        stage.Site.AnswerJson("/lineitem/results", """
            [null, {"userId":"9","resultScore":1,"resultMaximum":1}, {"userId":8,"resultScore":50,"resultMaximum":100}]
            """);

        var (result, _) = await ResultAsync();

        Assert.Equal(new Result("8", 50, 100), result);
        var request = stage.Site.AskedAt("/lineitem/results").Single();
        Assert.Equal("/lineitem/results?type_id=1&user_id=8", request.Target);
        Assert.Equal("application/vnd.ims.lis.v2.resultcontainer+json", request.Headers["Accept"]);
    }

    [Theory]
    [InlineData(100.0, 100.0, true)]
    [InlineData(120.0, 100.0, true)]
    [InlineData(99.9, 100.0, false)]
    [InlineData(1.0, null, true)]
    [InlineData(0.5, null, false)]
    [InlineData(0.0, 0.0, false)]
    [InlineData(0.0, -1.0, false)]
    [InlineData(null, 100.0, false)]
    [InlineData(null, null, false)]
    public void Full_marks_are_the_maximum_or_one_where_none_is_told(double? score, double? maximum, bool full) =>
        Assert.Equal(full, new Result("8", score, maximum).IsFullMarks);
}
