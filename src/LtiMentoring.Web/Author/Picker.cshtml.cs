using System.Globalization;
using LtiMentoring.Training.Learn;
using LtiMentoring.Web.Hosting;
using LtiMentoring.Web.Shared;
using LtiMentoring.Web.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LtiMentoring.Web.Author;

/// <summary>Where staff choose what to place in their LMS course. The choice goes back to the LMS, signed; nothing of it is kept here.</summary>
public sealed class PickerModel(Courses courses, Place place, CurrentSession session, DistrictTime time, TimeProvider clock) : PageModel
{
    /// <summary>Stands for the whole course among the values of the form.</summary>
    public const string WholeCourse = "*";

    public const string Field = "choice";
    public const string DueField = "due";

    public Place Place => place;
    public Course Course { get; private set; } = null!;
    public IReadOnlyList<Missing> Missing { get; private set; } = [];

    /// <summary>What the form said, to be shown again when it was not right.</summary>
    public IReadOnlyList<string> Chosen { get; private set; } = [];
    public bool WithColumn { get; private set; } = true;
    public string Due { get; private set; } = "";

    /// <summary>The signed choice, once it is made.</summary>
    public string? Answer { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel) => Course = (await courses.CurrentAsync(cancel)).Course;

    public async Task OnPostAsync(string[]? choice, bool column, string? due, CancellationToken cancel)
    {
        await OnGetAsync(cancel);
        (Chosen, WithColumn, Due) = (choice ?? [], column, due ?? "");
        var hasDay = DateOnly.TryParseExact(due, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day);
        Missing = [.. Check(hasDay ? day : null)];
        if (Missing.Count == 0)
            await SendAsync([.. Chosen.Distinct().Select(Course.FindModule)], hasDay ? day : null, cancel);
    }

    /// <summary>Back without a choice.</summary>
    public async Task OnPostNothingAsync(CancellationToken cancel)
    {
        await OnGetAsync(cancel);
        await SendAsync([], null, cancel);
    }

    IEnumerable<Missing> Check(DateOnly? day)
    {
        if (Chosen.Count == 0 || !place.TakesLinks || Chosen.Any(id => id != WholeCourse && Course.FindModule(id) is null))
            yield return new Missing($"{Field}-0", AuthorWords.PickNothing);
        else if (Chosen.Count > 1 && !place.TakesSeveral)
            yield return new Missing($"{Field}-0", AuthorWords.PickOne);
        if (Due.Length > 0 && day is null)
            yield return new Missing(DueField, AuthorWords.DueUnreadable);
        else if (day < time.DayAt(clock.GetUtcNow().UtcDateTime))
            yield return new Missing(DueField, AuthorWords.DueOver);
    }

    async Task SendAsync(IReadOnlyList<Module?> modules, DateOnly? due, CancellationToken cancel)
    {
        Answer = await place.AnswerAsync(Course, modules, WithColumn, due, cancel);
        // A browser looks at every address that the answer is sent on to; the LMS may have several.
        HttpContext.Items[SecurityHeaders.FormAction] = $"{new Uri(place.ReturnUrl).GetLeftPart(UriPartial.Authority)} {session.Open.FrameOrigins}";
    }
}
