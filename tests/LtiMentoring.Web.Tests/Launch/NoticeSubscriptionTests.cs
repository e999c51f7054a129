using LtiMentoring.SampleLms.Faults;
using LtiMentoring.SampleLms.Notices;
using LtiMentoring.SampleLms.Requests;
using LtiMentoring.Web.Tests.Hosts;
using Microsoft.EntityFrameworkCore;

namespace LtiMentoring.Web.Tests.Launch;

/// <summary>An LMS that tells of copied courses is asked to, and believed.</summary>
public abstract class NoticeSubscriptionTests(LmsStage stage)
{
    public sealed class OnSqlite(LmsStage.Sqlite stage) : NoticeSubscriptionTests(stage), IClassFixture<LmsStage.Sqlite>;

    public sealed class OnPostgres(LmsStage.Postgres stage) : NoticeSubscriptionTests(stage), IClassFixture<LmsStage.Postgres>;

    Task<T> OfDeploymentAsync<T>(System.Linq.Expressions.Expression<Func<Web.Storage.Deployment, T>> what) =>
        stage.Tool.ReadAsync(db => db.Deployments.IgnoreQueryFilters().Select(what).SingleAsync());

    int Asked => stage.Lms.Requests.Count(request => request.Service == LmsService.NoticeHandlers);

    /// <summary>One story, since an LMS is asked once.</summary>
    [Fact]
    public async Task The_LMS_is_asked_once_and_again_after_a_refusal_and_a_copied_link_then_knows_its_module()
    {
        stage.Lms.Faults.Next(LmsService.NoticeHandlers, new Fault.Status(403, "Not for you yet."));
        var original = stage.NewLink(module: "what-a-mentor-is");
        await stage.LaunchAsync(stage.NewMentor(), original);
        var refusal = await Eventually.GetAsync(() => OfDeploymentAsync(row => row.NoticesFailure), words => words is not null);
        Assert.Contains("Not for you yet.", refusal, StringComparison.Ordinal);

        stage.Clock.Advance(TimeSpan.FromMinutes(1));
        await Eventually.GetAsync(() => OfDeploymentAsync(row => row.NoticeHandler), address => address is not null);
        Assert.Null(await OfDeploymentAsync(row => row.NoticesFailure));
        var handler = Assert.Single(stage.Lms.NoticeHandlers);
        var registration = await stage.Tool.ReadAsync(db => db.Registrations.Select(row => row.Id).SingleAsync());
        Assert.Equal(("LtiContextCopyNotice", $"{stage.Tool.Address}/lti/notices/{registration}"), (handler.Type, handler.Address));

        var asked = Asked;
        await stage.LaunchAsync(stage.NewMentor(), original);
        stage.Clock.Advance(TimeSpan.FromDays(1));
        stage.Lms.Quirks.CopiesForget = true;
        var copy = stage.Lms.CopyCourse(LmsStage.Course);
        var sent = await Eventually.GetAsync(() => Task.FromResult(stage.Lms.Notices.FirstOrDefault()), notice => notice is not null);
        Assert.Equal(204, sent!.Status);

        var mentor = stage.NewMentor();
        stage.Lms.Enroll(copy.Id, mentor, SampleLms.District.Roles.Learner);
        var copied = stage.Lms.Links.Single(link => link.CourseId == copy.Id && link.Title == original.Title);
        Assert.DoesNotContain("module", copied.Custom.Keys);
        await stage.LaunchAsync(mentor, copied);

        Assert.Equal("what-a-mentor-is", await stage.Tool.ReadAsync(db => db.PlacedLinks.IgnoreQueryFilters().Where(row => row.ResourceLinkId == copied.Id).Select(row => row.ModuleId).SingleAsync()));
        Assert.Equal(asked, Asked);
    }
}
