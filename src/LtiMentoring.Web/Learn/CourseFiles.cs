using LtiMentoring.Web.Storage;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Net.Http.Headers;

namespace LtiMentoring.Web.Learn;

/// <summary>Pictures, films, captions and documents of the course: those that the course names, and nothing else of its folder.</summary>
static class CourseFiles
{
    static readonly FileExtensionContentTypeProvider Types = new() { Mappings = { [".vtt"] = "text/vtt" } };

    public static void MapCourseFiles(this WebApplication app) =>
        app.MapGet("/files/{**file}", (string file, ShippedCourse shipped, HttpContext context) =>
        {
            if (shipped.FindFile(file) is not { } path || !Types.TryGetContentType(file, out var type))
                return Results.NotFound();
            context.Response.Headers[HeaderNames.CacheControl] = "private, max-age=3600";
            // What is in the library is taken along; the frame stays where it is.
            var name = file.StartsWith("library/", StringComparison.Ordinal) ? Path.GetFileName(file) : null;
            return Results.File(path, type, name, enableRangeProcessing: true);
        });
}
