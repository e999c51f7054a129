using LtiMentoring.SampleLms.District;

namespace LtiMentoring.SampleLms.Pages;

/// <summary>A form that sends itself (OAuth 2.0 Form Post Response Mode), with a button for when scripts are off.</summary>
static class FormPostPage
{
    public static IResult Show(string title, string button, string action, IEnumerable<(string Name, string Value)> fields, LoginMethod method)
    {
        var inputs = fields.Select(field => Markup.Of($"""<input type="hidden" name="{field.Name}" value="{field.Value}">"""));
        return Page.Bare(
            title,
            Markup.Of($"""
            <h1>{title}</h1>
            <form id="send" method="{(method == LoginMethod.Get ? "get" : "post")}" action="{action}">
            {Markup.Join(inputs)}
            <p><button>{button}</button></p>
            </form>
            """),
            Markup.Of($"""<script src="/send.js" defer></script>"""));
    }
}
