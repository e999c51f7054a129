using LtiMentoring.Training.Complete;
using LtiMentoring.Training.Learn;
using LtiMentoring.Web.Hosting;
using LtiMentoring.Web.Storage;

namespace LtiMentoring.Web.Shared;

/// <summary>What every page of a mentor knows: the course as it is published now, and where this mentor stands in it.</summary>
public sealed class CourseDesk(
    MentoringDb db, Courses courses, Progress progress, Writings writings, KeptWords kept, CurrentSession session, CourseWords words)
{
    public CurrentSession Session => session;
    public CourseWords Words => words;
    public Courses Courses => courses;

    public async Task<(PublishedCourse Published, Standing Standing)> OpenAsync(CancellationToken cancel)
    {
        var published = await courses.CurrentAsync(cancel);
        return (published, session.IsPreview
            ? Standing.Of(published.Course, new HashSet<(string, string)>())
            : await progress.StandingAsync(session.PersonId, published.Course, cancel));
    }

    /// <summary>The part of a standing that the placed link is about: the orientation, or the edition for mentees.</summary>
    public Standing Placed(Course course, Standing standing) => standing.In(
        session.Open.Link.ModuleId is { } module && course.FindModule(module)?.Edition == Edition.Mentee ? Edition.Mentee : null);

    /// <summary>The modules that this mentor completes before this one opens. Nothing stands before staff, nor before what is complete.</summary>
    public IReadOnlyList<Module> ComesFirst(Standing standing, Module module) =>
        session.IsPreview || standing.Find(module.Id) is { IsOpen: true } or { IsComplete: true } ? []
            : [.. module.Needs.Select(need => standing.Find(need)!).Where(need => !need.IsComplete).Select(need => need.Module)];

    /// <summary>What this mentor wrote at these places; words kept from an ended session come first.</summary>
    public async Task<Dictionary<string, string>> ReadAsync(string page, IReadOnlyDictionary<string, string> placesByField, CancellationToken cancel)
    {
        if (session.IsPreview)
            return [];
        var written = await writings.FindAsync(session.PersonId, [.. placesByField.Values], cancel);
        var drafts = await kept.ForPageAsync(session.PersonId, page, cancel);
        return placesByField
            .Select(place => (place.Key, Text: drafts.GetValueOrDefault(KeptWords.FieldPrefix + place.Key) ?? written.GetValueOrDefault(place.Value)))
            .Where(field => field.Text is not null).ToDictionary(field => field.Key, field => field.Text!);
    }

    /// <summary>Words kept from an ended session, by field.</summary>
    public async Task<Dictionary<string, string>> KeptAsync(string page, CancellationToken cancel) =>
        session.IsPreview ? [] : (await kept.ForPageAsync(session.PersonId, page, cancel))
            .ToDictionary(word => word.Key[KeptWords.FieldPrefix.Length..], word => word.Value);

    public Task ForgetKeptAsync(string page, CancellationToken cancel) => SaveAsync(page, new Dictionary<string, string>(), null, cancel);

    /// <summary>What a form says to these prompts, fit to be stored.</summary>
    public static Dictionary<string, string> WordsOf(IFormCollection form, IEnumerable<string> fields) =>
        fields.ToDictionary(field => field, field => Writings.Clean(form[KeptWords.FieldPrefix + field].ToString()));

    /// <summary>
    /// Saves words and, when <paramref name="finished"/> is given, that lesson, all in one commit. In a preview nothing is
    /// saved. <paramref name="also"/> is done with the same commit.
    /// </summary>
    public async Task SaveAsync(
        string page, IReadOnlyDictionary<string, string> wordsByPlace, (Course Course, string Module, string Lesson)? finished, CancellationToken cancel,
        Func<Task>? also = null)
    {
        if (session.IsPreview)
            return;
        await db.WriteAsync(async () =>
        {
            await writings.SaveAsync(session.DistrictId, session.PersonId, wordsByPlace, cancel);
            await kept.ForgetAsync(session.PersonId, page, cancel);
            if (also is not null)
                await also();
            if (finished is { } lesson)
                await progress.FinishAsync(session.DistrictId, session.PersonId, lesson.Course, lesson.Module, lesson.Lesson, cancel);
        }, cancel);
    }
}
