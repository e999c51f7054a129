using System.Text.Json;
using LtiMentoring.Lti.Services;
using LtiMentoring.SampleLms.Faults;
using LtiMentoring.SampleLms.Gradebook;
using LtiMentoring.SampleLms.Requests;
using LtiMentoring.Web.PassBack;
using LtiMentoring.Web.Storage;
using LtiMentoring.Web.Tests.Hosts;

namespace LtiMentoring.Web.Tests.PassBack;

/// <summary>Refusals as the LMSs word them, and what becomes of the receipt.</summary>
public sealed class LmsAnswerTests(LmsStage.Sqlite stage) : IClassFixture<LmsStage.Sqlite>
{
    /// <summary>What Open edX says to a score that it has, Canvas to one that is older than a teacher's, and Moodle to both.</summary>
    public static TheoryData<int, string> Late => new()
    {
        { 400, """{"timestamp":["Score already exists for the provided timestamp"]}""" },
        { 400, """{"timestamp":["Score timestamp can only be updated to a later point in time"]}""" },
        { 400, """{"errors":{"type":"bad_request","message":"Provided timestamp of 2026-08-26T20:12:09Z before last updated timestamp of 2026-08-26T20:12:10.000Z"}}""" },
        { 409, "Refusing score with an earlier timestamp for item 7 and user 6" },
    };

    [Theory, MemberData(nameof(Late))]
    public void Is_about_time_however_it_is_worded(int status, string body) => Assert.True(Outcome.IsAboutTime(new Answer(status, "", body, null)));

    [Theory]
    [InlineData(400, "Incorrect score received")]
    [InlineData(422, "User not found in course or is not a student, whatever the timestamp")]
    [InlineData(500, "timestamp")]
    [InlineData(200, "timestamp")]
    public void Is_not_about_time(int status, string body) => Assert.False(Outcome.IsAboutTime(new Answer(status, "", body, null)));

    [Theory]
    [InlineData(403, "403 Forbidden (Rate Limit Exceeded)", ReceiptState.Pending)]
    [InlineData(403, "User is not enrolled", ReceiptState.NeedsPerson)]
    [InlineData(400, "Incorrect score received", ReceiptState.NeedsPerson)]
    [InlineData(422, """{"errors":{"type":"unprocessable_entity","message":"User not found in course or is not a student"}}""", ReceiptState.NeedsPerson)]
    [InlineData(422, "The maximum number of allowed attempts has been reached for this submission", ReceiptState.NeedsPerson)]
    [InlineData(404, "The specified resource does not exist.", ReceiptState.WaitsForLaunch)]
    public void Is_sorted_by_what_it_means(int status, string body, ReceiptState state) =>
        Assert.Equal(state, Outcome.Of(new Answer(status, "", body, null)).State);

    [Theory, MemberData(nameof(Late))]
    public async Task A_score_that_is_there_already_is_found_in_the_gradebook(int status, string body)
    {
        var mentor = await GradedAsync(100);
        stage.Lms.Faults.Next(LmsService.Scores, new Fault.Status(status, body));

        await stage.FinishAsync(mentor);

        Assert.Equal("The gradebook shows it already.", Assert.Single(await stage.AcceptedAsync(mentor)).Words);
    }

    [Theory, MemberData(nameof(Late))]
    public async Task Where_nothing_is_there_a_later_one_is_sent(int status, string body)
    {
        stage.Lms.Faults.Next(LmsService.Scores, new Fault.Status(status, body));
        var link = stage.NewLink();

        var mentor = await stage.CompleteAsync(link);

        await stage.AcceptedAsync(mentor);
        var sent = stage.Lms.Requests.Where(request => request.Service == LmsService.Scores && request.Body.Contains($"\"{mentor}\"", StringComparison.Ordinal))
            .Select(request => JsonDocument.Parse(request.Body).RootElement.GetProperty("timestamp").GetDateTimeOffset()).ToList();
        Assert.Equal(2, sent.Count);
        Assert.True(sent[1] >= sent[0].AddMilliseconds(1), $"{sent[0]:O} {sent[1]:O}");
        Assert.True(stage.Lms.Result(stage.ColumnOf(link).Id, mentor) is { IsComplete: true });
    }

    [Theory, MemberData(nameof(Late))]
    public async Task A_grade_of_a_teachers_is_left_to_a_person(int status, string body)
    {
        var mentor = await GradedAsync(50);
        stage.Lms.Faults.Next(LmsService.Scores, new Fault.Status(status, body));

        await stage.FinishAsync(mentor);

        var receipt = await stage.TriedAsync(mentor);
        Assert.Equal(ReceiptState.NeedsPerson, receipt.State);
        Assert.EndsWith("(the gradebook shows 50 of 100)", receipt.Words, StringComparison.Ordinal);
    }

    /// <summary>Somebody who has opened an activity, and has a grade for it already.</summary>
    async Task<string> GradedAsync(decimal score)
    {
        var link = stage.NewLink();
        var mentor = stage.NewMentor();
        await stage.LaunchAsync(mentor, link);
        var column = stage.ColumnOf(link);
        stage.Lms.Results.Put(new Grade
        {
            ColumnId = column.Id, Sub = mentor, Score = score, Maximum = column.Maximum, ActivityProgress = "Completed", GradingProgress = "FullyGraded",
            Timestamp = stage.Clock.GetUtcNow(),
        });
        return mentor;
    }
}
