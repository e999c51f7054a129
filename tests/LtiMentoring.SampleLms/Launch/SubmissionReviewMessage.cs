using System.Text.Json.Nodes;

using LtiMentoring.SampleLms.Custom;
using LtiMentoring.SampleLms.District;
using LtiMentoring.SampleLms.Grades;
using LtiMentoring.SampleLms.Pages;

namespace LtiMentoring.SampleLms.Launch;

/// <summary>A teacher asks, from the gradebook, what stands behind somebody's grade (LTI Submission Review 1.0).</summary>
sealed record SubmissionReviewMessage(string ColumnId, string ForSub) : LaunchMessage("LtiSubmissionReviewRequest")
{
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/courses/{course}/review/{column}/{person}/launch",
        (HttpContext http, Lms lms, string course, string column, string person, string? target) => CoursePages.Staffed(http, lms, course, (teacher, found) =>
            LinkOf(lms, column) is { } link && link.CourseId == found.Id && found.Has(person)
                ? LoginInitiation.Send(lms, lms.ToolOf(link), teacher, link.Title,
                    new SubmissionReviewMessage(column, person) { DocumentTarget = DocumentTargetOf(target) }, link.LoginMethod)
                : RefusedPage.Show(StatusCodes.Status404NotFound, "There is no such grade", "Go back to the gradebook.")));

    public static LmsLink? LinkOf(Lms lms, string column) =>
        lms.LineItems.Find(column)?.ResourceLinkId is { } link ? lms.Links.Find(link) : null;

    public override LaunchSubject? About(Lms lms, ToolRegistration tool, LmsPerson person) =>
        LinkOf(lms, ColumnId) is { } link && lms.Courses.Find(link.CourseId) is { } course && course.HasStaff(person.Sub) && course.Has(ForSub)
            ? new LaunchSubject(tool, person, course, link)
            : null;

    /// <summary>A tool that named no address for reviews gets them where the link leads.</summary>
    public override string Target(LaunchSubject about) =>
        about.Tool.Messages.Any(message => message.Type == Type && message.TargetLinkUrl is not null)
            ? base.Target(about)
            : about.Link!.TargetLinkUrl ?? base.Target(about);

    public override void AddTo(JsonObject claims, Lms lms, LaunchSubject about)
    {
        ResourceLinkMessage.AddLink(claims, lms, about.Link!);
        var person = lms.People[ForSub];
        claims["https://purl.imsglobal.org/spec/lti/claim/for_user"] = ForUser.Of(about.Tool, person, LaunchSubject.RolesIn(about.Course, person));
        if (claims["https://purl.imsglobal.org/spec/lti-ags/claim/endpoint"] is JsonObject grades)
            grades["lineitem"] = GradeAddresses.Of(lms, lms.LineItems[ColumnId]);
    }
}
