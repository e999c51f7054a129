namespace LtiMentoring.SampleLms.Pages;

static class RefusedPage
{
    public static IResult Show(int status, string heading, string words) => Page.Bare(
        heading, Markup.Of($"""<h1>{heading}</h1><p>{words}</p><p><a href="/" target="_top">Sample LMS</a></p>"""), status: status);
}
