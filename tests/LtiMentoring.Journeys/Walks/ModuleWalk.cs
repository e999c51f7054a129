using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LtiMentoring.Journeys.Walks;

/// <summary>A mentor's way through the first module, from page to page by what stands on them.</summary>
public sealed partial class ModuleWalk(IFrame tool, IHands hands)
{
    public const string Module = "01-role-and-models";
    public const string RolePlay = "can-you-just-write-it";

    /// <summary>Lines that lead to the ending "A page in his own words", each by its first words; null goes on where nothing is said.</summary>
    public static readonly string?[] Listening =
    [
        "Before we talk files", "That lesson two weeks ago", "She asked, and the whole room", null, "I have until 4:30", "Try it on third period", null,
    ];

    /// <summary>The shortest way to an ending.</summary>
    public static readonly string?[] HandingOver = ["Of course, take it", "Sure, waves too", "Fair enough"];

    public async Task WholeModuleAsync()
    {
        await ReadAsync();
        await BeginConversationAsync();
        await SayAsync(Listening);
        await ExpectHeadingAsync("A page in his own words");
        await ReflectAsync();
        await FinishAsync();
    }

    /// <summary>From the course's home through the five lessons before the conversation.</summary>
    public async Task ReadAsync()
    {
        await hands.PressAsync(tool.GetByRole(AriaRole.Link, new() { Name = "Begin", Exact = true }));
        await NextAsync("What this is for");
        await ExpectHeadingAsync("Your role, in ten lines");
        await hands.CheckAsync(tool.GetByRole(AriaRole.Checkbox));
        await NextAsync("Your role, in ten lines");
        await ExpectHeadingAsync("Six people hear the same sentence");
        await hands.WriteAsync(tool.GetByRole(AriaRole.Textbox), "The apprentice. I needed the circle.");
        await NextAsync("Six people hear the same sentence");
        await NextAsync("Worked example: the phone call");
        await NextAsync("What my district sees");
    }

    public async Task BeginConversationAsync()
    {
        await ExpectHeadingAsync("Can you just write it?");
        await hands.WriteAsync(tool.Locator("#under-the-ask"), "A blank page on a Sunday night.");
        await hands.PressAsync(tool.GetByRole(AriaRole.Button, new() { NameRegex = BeginButton() }));
        await ExpectTurnAsync(1);
    }

    /// <summary>Says these lines one after the other. After the last one there is another turn, or an ending.</summary>
    public async Task SayAsync(params string?[] lines)
    {
        foreach (var line in lines)
        {
            var turn = await tool.Locator("#now").InnerTextAsync();
            await hands.PressAsync(tool.GetByRole(AriaRole.Button, line is null ? new() { Name = "Go on" } : new() { NameRegex = new Regex($"^“{Regex.Escape(line)}") }));
            await Expect(tool.Locator("#now")).Not.ToHaveTextAsync(turn, new() { UseInnerText = true });
            await (AfterEachLine?.Invoke() ?? Task.CompletedTask);
        }
    }

    /// <summary>Runs after each line, when the answer is there.</summary>
    public Func<Task>? AfterEachLine { get; init; }

    public async Task ReflectAsync()
    {
        await hands.WriteAsync(tool.Locator("#look-again"), "He asked twice before he asked.");
        await hands.WriteAsync(tool.Locator("#the-pen"), "He was. I only asked who talks first.");
        await hands.WriteAsync(tool.Locator("#my-sentence"), "I have until 4:30. You type.");
        await hands.PressAsync(tool.GetByRole(AriaRole.Button, new() { Name = "See what was said" }));
        await Expect(tool.GetByRole(AriaRole.Heading, new() { Name = "What was said, and what wasn’t" })).ToBeVisibleAsync();
    }

    /// <summary>From the debrief to the end of the module.</summary>
    public async Task FinishAsync()
    {
        await hands.PressAsync(tool.GetByRole(AriaRole.Link, new() { Name = "Next: When help made you smaller" }));
        await ExpectHeadingAsync("When help made you smaller");
        await hands.WriteAsync(tool.Locator("#made-smaller"), "Somebody entered my grades for me.");
        await hands.WriteAsync(tool.Locator("#my-limit"), "I have half an hour, and all of it is yours.");
        await hands.PressAsync(tool.GetByRole(AriaRole.Button, new() { Name = "Finish this module" }));
        await Expect(tool.Locator("#made-smaller")).ToHaveCountAsync(0);
    }

    public Task ExpectHeadingAsync(string heading) =>
        Expect(tool.GetByRole(AriaRole.Heading, new() { Name = heading, Level = 1 })).ToBeVisibleAsync();

    public Task ExpectTurnAsync(int turn) => Expect(tool.Locator(".place").GetByText($"Turn {turn}", new() { Exact = true })).ToBeVisibleAsync();

    async Task NextAsync(string from)
    {
        await ExpectHeadingAsync(from);
        await hands.PressAsync(tool.GetByRole(AriaRole.Button, new() { NameRegex = NextButton() }));
    }

    [GeneratedRegex("^Next: ")]
    private static partial Regex NextButton();

    [GeneratedRegex("^Begin (the conversation|again from the start)$")]
    private static partial Regex BeginButton();
}
