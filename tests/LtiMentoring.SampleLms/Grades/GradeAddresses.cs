using LtiMentoring.SampleLms.Gradebook;

namespace LtiMentoring.SampleLms.Grades;

/// <summary>Moodle's addresses carry a query, so a tool that simply appends "/scores" to one ends up nowhere.</summary>
static class GradeAddresses
{
    public static string Container(Lms lms, string courseId) => Plain(lms, courseId) + Query(lms);

    public static string Of(Lms lms, GradeColumn column) => $"{Plain(lms, column.CourseId)}/{column.Id}{Query(lms)}";

    public static string ResultOf(Lms lms, GradeColumn column, string sub) =>
        $"{Plain(lms, column.CourseId)}/{column.Id}/results{(lms.Quirks.Moodle ? "?type_id=1&" : "?")}user_id={Uri.EscapeDataString(sub)}";

    static string Plain(Lms lms, string courseId) => $"{lms.Address}/lti/ags/{Uri.EscapeDataString(courseId)}/lineitems";

    static string Query(Lms lms) => lms.Quirks.Moodle ? "?type_id=1" : "";
}
