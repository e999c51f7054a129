using AngleSharp.Html.Dom;

namespace LtiMentoring.Web.Tests.Hosts;

/// <summary>A mentor's way through the shipped course, page by page, without script.</summary>
public sealed class MentorWalk(Visitor visitor, Page home)
{
    public const string Module = "01-role-and-models";
    public const string RolePlay = "can-you-just-write-it";

    string Base => home.Address.GetLeftPart(UriPartial.Path).TrimEnd('/');

    public Visitor Visitor => visitor;

    public Task<Page> GetAsync(string path) => visitor.GetAsync(Base + path);

    public Task<Page> HomeAsync() => GetAsync("/");

    public async Task<Page> ReadAsync(string lesson)
    {
        var page = await GetAsync($"/modules/{Module}/{lesson}");
        var box = page.Document.QuerySelector("#acknowledged") is null ? Array.Empty<(string, string)>() : [("acknowledged", "true")];
        return await visitor.SubmitAsync(page.Form(), box);
    }

    public async Task<Page> BeginConversationAsync()
    {
        var start = await GetAsync($"/practice/{Module}/{RolePlay}");
        return await visitor.SubmitAsync(start.Form("form:has(textarea)"), ("words.under-the-ask", "A blank page on a Sunday."));
    }

    /// <summary>Says the lines of these ids one after the other; "+" presses Continue.</summary>
    public async Task<Page> SayAsync(Page scene, params string[] choices)
    {
        foreach (var choice in choices)
            scene = choice == "+"
                ? await visitor.SubmitAsync(scene.Form("form[action$=GoOn], form:has(button.btn)"))
                : await visitor.SubmitAsync(Choices(scene), ("choice", choice));
        return scene;
    }

    public static IHtmlFormElement Choices(Page scene) => scene.Form("form.choices");

    /// <summary>The quickest way to an ending: hand over the folder, twice.</summary>
    public async Task<Page> PlayToTheEndAsync() => await SayAsync(await BeginConversationAsync(), "hand-over", "yes-to-waves", "write-answers");

    public Task<Page> ReflectAsync(Page ending) => visitor.SubmitAsync(ending.Form(),
        ("words.look-again", "He asked twice."), ("words.the-pen", "I held it."), ("words.my-sentence", "I have until 4:30."));

    public async Task<Page> CompleteAsync()
    {
        foreach (var lesson in new[] { "what-it-is-for", "your-role", "ways-to-help", "the-phone-call", "what-my-district-sees" })
            await ReadAsync(lesson);
        await ReflectAsync(await PlayToTheEndAsync());
        return await ReflectOnHelpAsync();
    }

    /// <summary>The last lesson.</summary>
    public async Task<Page> ReflectOnHelpAsync()
    {
        var last = await GetAsync($"/modules/{Module}/when-help-made-you-smaller");
        return await visitor.SubmitAsync(last.Form(), ("words.made-smaller", "Somebody fixed my grades."), ("words.my-limit", "Half an hour."));
    }
}
