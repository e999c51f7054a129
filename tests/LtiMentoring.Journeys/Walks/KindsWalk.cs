using LtiMentoring.Journeys.Browsers;
using Microsoft.Playwright;

namespace LtiMentoring.Journeys.Walks;

/// <summary>Through the first module of the small course with a lesson of each kind.</summary>
public sealed class KindsWalk(Seat seat)
{
    static readonly string[] Lessons = ["card", "form", "film", "before", "promises", "goal", "meetings", "about-the-course"];

    public async Task FinishFirstAsync()
    {
        foreach (var lesson in Lessons)
        {
            await seat.OpenAsync($"/modules/first/{lesson}");
            await FillInAsync(lesson);
            var here = seat.Tool.Url;
            await new Mouse().PressAsync(seat.Tool.Locator("main form button.btn").First);
            // On to the next lesson, or to the same page with what was kept.
            await seat.Tool.WaitForURLAsync(address => address != here);
        }
        await seat.OpenAsync("/notes");
        await seat.Tool.Locator("#note").FillAsync("She folded the sheet in half before she answered.");
        await new Mouse().PressAsync(seat.Tool.Locator("main form .btn"));
        await seat.Tool.Locator("article .written").WaitForAsync();
    }

    Task FillInAsync(string lesson) => lesson switch
    {
        "before" => seat.Tool.Locator("input[value=seldom]").First.CheckAsync(),
        "promises" => seat.Tool.Locator("#acknowledged").CheckAsync(),
        "goal" => seat.Tool.Locator("#seen").FillAsync("Materials are out three minutes after the bell."),
        "meetings" => seat.Tool.Locator("#first").FillAsync("2026-09-17"),
        "about-the-course" => seat.Tool.Locator("#missing").FillAsync("More about kindergarten."),
        _ => Task.CompletedTask,
    };
}
