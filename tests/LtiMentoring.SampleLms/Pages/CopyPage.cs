using LtiMentoring.SampleLms.District;

namespace LtiMentoring.SampleLms.Pages;

/// <summary>All courses, to copy one for a new year.</summary>
static class CopyPage
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/admin/courses", (HttpContext http, Lms lms) =>
            AdminPages.In(http, lms, person => Page.Show("Courses", person, Contents(lms))));
        app.MapPost("/admin/courses/{course}/copy", (HttpContext http, Lms lms, string course) => AdminPages.In(http, lms, _ =>
        {
            if (lms.Courses.Find(course) is null)
                return RefusedPage.Show(StatusCodes.Status404NotFound, "There is no such course", "Go back to the list of courses.");
            lms.CopyCourse(course);
            return AdminPages.SeeOther("/admin/courses");
        })).FromOwnPages();
    }

    static Markup Contents(Lms lms)
    {
        var courses = lms.Courses.Select(course => Markup.Of($"""
            <li data-course="{course.Id}"><a href="/courses/{course.Id}">{course.Title}</a>
            <span class="quiet">{(course.History.IsEmpty ? "" : $"Copied from {course.History[0]}. ")}{lms.Links.Count(link => link.CourseId == course.Id)} activities</span>
            <form method="post" action="/admin/courses/{course.Id}/copy"><button aria-label="Copy {course.Title}">Copy</button></form></li>
            """));
        return Markup.Of($"""<h1>Courses</h1><ul class="tools">{Markup.Join(courses)}</ul>""");
    }
}
