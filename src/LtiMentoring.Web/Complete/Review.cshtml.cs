using LtiMentoring.Web.Hosting;
using LtiMentoring.Web.Storage;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LtiMentoring.Web.Complete;

/// <summary>
/// What staff see who open a grade from the gradebook (submission review): what was completed and when. Never a choice,
/// never a word.
/// </summary>
public sealed class ReviewModel(MentoringDb db, Courses courses, DistrictRecord record, CurrentSession session) : PageModel
{
    /// <summary>Whose grade it is; null when that person never came here.</summary>
    public Person? Mentor { get; private set; }

    public IReadOnlyList<Reported> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var (issuer, subject) = (session.Open.Person.Issuer, session.Open.Row.Request);
        Mentor = await db.People.AsNoTracking().SingleOrDefaultAsync(row => row.Issuer == issuer && row.Subject == subject, cancel);
        if (Mentor is not null && session.Open.Placed is { } link)
            Rows = await record.OfAsync((await courses.CurrentAsync(cancel)).Course, Mentor.Id, link.Id, cancel);
    }
}
