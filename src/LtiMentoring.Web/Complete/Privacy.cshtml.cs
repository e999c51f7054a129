using LtiMentoring.Web.Hosting;
using LtiMentoring.Web.Shared;
using LtiMentoring.Web.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LtiMentoring.Web.Complete;

/// <summary>
/// What an LMS's administrator is shown who asks what is kept about people, or about one of them, who can be erased here (data
/// privacy launch).
/// </summary>
public sealed class PrivacyModel(MentoringDb db, CurrentSession session) : PageModel
{
    public const string SureField = "sure";

    public int People { get; private set; }

    /// <summary>Whether it was asked about one person.</summary>
    public bool IsAboutOne => session.Open.Row.Request is not null;

    /// <summary>That person, if anything is kept.</summary>
    public Person? One { get; private set; }

    /// <summary>How many modules and courses that person has completed.</summary>
    public int Completed { get; private set; }

    public bool MayErase => session.Open.Row.Role == Role.Administrator;
    public bool IsErased { get; private set; }
    public IReadOnlyList<Missing> Missing { get; private set; } = [];

    public async Task OnGetAsync(bool erased, CancellationToken cancel)
    {
        var issuer = session.Open.Person.Issuer;
        People = await db.People.CountAsync(row => row.Issuer == issuer && row.Subject != "", cancel);
        One = await AskedAbout().AsNoTracking().SingleOrDefaultAsync(cancel);
        Completed = One is null ? 0 : await db.Completions.CountAsync(row => row.PersonId == One.Id, cancel);
        IsErased = erased && One is null;
    }

    /// <summary>Everything that is kept of a person hangs on the person's row, and goes with it.</summary>
    public async Task<IActionResult> OnPostAsync(bool sure, CancellationToken cancel)
    {
        if (!MayErase)
            return new ForbidResult();
        if (sure)
        {
            await db.WriteAsync(() => AskedAbout().ExecuteDeleteAsync(cancel), cancel);
            return new SeeOther($"{Request.PathBase}/privacy?erased=true");
        }
        await OnGetAsync(false, cancel);
        Missing = [new Missing(SureField, CompleteWords.EraseSureNeeded)];
        return Page();
    }

    IQueryable<Person> AskedAbout()
    {
        var (issuer, subject) = (session.Open.Person.Issuer, session.Open.Row.Request);
        return db.People.Where(row => row.Issuer == issuer && row.Subject == subject && row.Subject != "");
    }
}
