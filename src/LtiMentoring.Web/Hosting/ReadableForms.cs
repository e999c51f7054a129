using System.Net.Mime;

namespace LtiMentoring.Web.Hosting;

/// <summary>
/// A posted form that cannot be read, such as one with %00 in it or with thousands of fields, counts as an empty one, which
/// every page knows how to refuse. Read here once, so that no page stumbles over it. Uploads are read by their own pages.
/// </summary>
static class ReadableForms
{
    public static void UseReadableForms(this WebApplication app) => app.Use(async (context, next) =>
    {
        if (context.Request.HasFormContentType && context.Request.ContentType!.StartsWith(MediaTypeNames.Application.FormUrlEncoded, StringComparison.OrdinalIgnoreCase))
            try
            {
                await context.Request.ReadFormAsync(context.RequestAborted);
            }
            catch (Exception e) when (e is InvalidDataException or InvalidOperationException)
            {
                context.Request.Form = FormCollection.Empty;
            }
            catch (BadHttpRequestException e)
            {
                // Longer than anything of ours. The page that says so is asked for with the same request.
                context.Request.Form = FormCollection.Empty;
                context.Response.StatusCode = e.StatusCode;
                return;
            }
        await next(context);
    });
}
