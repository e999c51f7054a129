using System.Text;

using LtiMentoring.SampleLms.District;

namespace LtiMentoring.SampleLms.Pages;

/// <summary>The frame around every page of the LMS.</summary>
static class Page
{
    public static IResult Show(string title, LmsPerson? person, Markup main, Markup? head = null, int status = StatusCodes.Status200OK) => Write(
        title, head ?? Markup.Nothing, Markup.Of($"""
        <header class="top">
          <a class="brand" href="/">Sample LMS</a>
          {(person is null ? Markup.Nothing : Markup.Of($"""<p>{Administration(person)}{person.Name} <a href="/">Be someone else</a></p>"""))}
        </header>
        <main>
          {main}
        </main>
        """), status);

    /// <summary>A page that may stand in a frame: no header, no way around.</summary>
    public static IResult Bare(string title, Markup body, Markup? head = null, int status = StatusCodes.Status200OK) =>
        Write(title, head ?? Markup.Nothing, Markup.Of($"""<main class="bare">{body}</main>"""), status);

    static Markup Administration(LmsPerson person) => person.IsAdministrator
        ? Markup.Of($"""<a href="/admin/tools">Tools</a> · <a href="/admin/courses">Courses</a> · """)
        : Markup.Nothing;

    static IResult Write(string title, Markup head, Markup body, int status = StatusCodes.Status200OK) => Results.Content(
        Markup.Of($"""
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{title} · Sample LMS</title>
        <link rel="stylesheet" href="/sample-lms.css">
        {head}
        </head>
        <body>
        {body}
        </body>
        </html>

        """).Html, "text/html", Encoding.UTF8, status);
}
