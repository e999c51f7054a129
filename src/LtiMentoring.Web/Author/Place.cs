using LtiMentoring.Lti.DeepLinking;
using LtiMentoring.Lti.Launch;
using LtiMentoring.Lti.Services;
using LtiMentoring.Training.Learn;
using LtiMentoring.Web.Hosting;
using LtiMentoring.Web.Shared;
using LtiMentoring.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace LtiMentoring.Web.Author;

/// <summary>
/// From modules to content items that an LMS places in a course. One of the few files that know both LTI and what a module is.
/// </summary>
public sealed class Place(
    MentoringDb db, CurrentToolKey currentKey, CurrentSession session, CourseWords words, DistrictTime time, Settings settings, TimeProvider clock)
{
    readonly PlaceRequest request = PlaceRequest.Read(session.Open.Row.Request!);

    public bool TakesLinks => request.Settings.TakesLinks;
    public bool TakesSeveral => request.Settings.AcceptMultiple;

    /// <summary>Whether a column may be asked for: the LMS makes it, or does not say.</summary>
    public bool MayHaveColumn => request.Settings.AcceptLineItem != false;

    public string ReturnUrl => request.Settings.ReturnUrl;

    /// <summary>The signed answer.</summary>
    /// <param name="course">The course as it is published now.</param>
    /// <param name="chosen">Modules; null stands for the whole course. Nobody has to choose anything.</param>
    /// <param name="withColumn">Whether completion is to show in the gradebook.</param>
    /// <param name="due">The last day, if there is one.</param>
    public async Task<string> AnswerAsync(Course course, IReadOnlyList<Module?> chosen, bool withColumn, DateOnly? due, CancellationToken cancel)
    {
        var registration = await db.Registrations.AsNoTracking().SingleAsync(row => row.Id == session.Open.Row.RegistrationId, cancel);
        var items = chosen.Select(module => Item(course, module, withColumn && MayHaveColumn, due)).ToList();
        return DeepLinkingResponse.Sign(
            await currentKey(cancel), registration.ToPlatform(), request.DeploymentId, request.Settings.Data, items, clock.GetUtcNow());
    }

    ContentItem Item(Course course, Module? module, bool withColumn, DateOnly? due)
    {
        var title = words.Plain(course, module?.Title ?? course.Title);
        return new ContentItem
        {
            Url = ToolAddresses.Launch(settings),
            Title = title,
            Text = words.Plain(course, module?.Summary ?? course.Summary),
            Custom = Parameters(course, module),
            LineItem = withColumn ? new ContentItemColumn(title, 1, module?.Id ?? course.Id, PlacedLink.ColumnTag) : null,
            Submission = due is { } day ? new ContentItemTime(time.EndOf(day)) : null,
        };
    }

    /// <summary>
    /// What the link stands for travels in the link itself, so that a copied course keeps it. The histories tell where a copy
    /// came from, in case an LMS drops the rest.
    /// </summary>
    static Dictionary<string, string> Parameters(Course course, Module? module) => new()
    {
        [module is null ? PlacedLink.CourseParameter : PlacedLink.ModuleParameter] = module?.Id ?? course.Id,
        [LaunchMessage.ContextHistory] = "$Context.id.history",
        [LaunchMessage.LinkHistory] = "$ResourceLink.id.history",
    };
}
