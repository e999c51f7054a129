using LtiMentoring.Training.Learn;
using LtiMentoring.Web.Hosting;
using LtiMentoring.Web.Shared;
using LtiMentoring.Web.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LtiMentoring.Web.Operate;

/// <summary>The settings of any district, for operators.</summary>
public sealed class DistrictSettingsModel(MentoringDb db, Districts districts, Courses courses) : PageModel
{
    public District District { get; private set; } = null!;
    public Course Course { get; private set; } = null!;
    public DistrictForm Form { get; private set; } = new();
    public IReadOnlyList<Missing> Missing { get; private set; } = [];
    public IReadOnlyList<Person> Granted { get; private set; } = [];
    public IReadOnlyList<Person> Others { get; private set; } = [];
    public bool WasSaved { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, bool saved, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel))
            return NotFound();
        WasSaved = saved;
        Form = DistrictForm.Of(District, Course);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, DistrictForm form, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel))
            return NotFound();
        Form = form;
        Missing = await districts.SaveAsync(id, form, cancel);
        return Missing.Count > 0 ? Page() : new SeeOther($"{Request.PathBase}/operate/districts/{id}?saved=true");
    }

    public async Task<IActionResult> OnPostGrantAsync(Guid id, Guid person, CancellationToken cancel)
    {
        await districts.GrantAsync(id, person, Role.Administrator, cancel);
        return new SeeOther($"{Request.PathBase}/operate/districts/{id}#people");
    }

    public async Task<IActionResult> OnPostTakeBackAsync(Guid id, Guid person, CancellationToken cancel)
    {
        await districts.GrantAsync(id, person, null, cancel);
        return new SeeOther($"{Request.PathBase}/operate/districts/{id}#people");
    }

    async Task<bool> LoadAsync(Guid id, CancellationToken cancel)
    {
        if (await db.Districts.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancel) is not { } found)
            return false;
        District = found;
        db.DistrictId = id;
        Course = (await courses.CurrentAsync(cancel)).Course;
        (Granted, Others) = await districts.PeopleAsync(id, cancel);
        return true;
    }
}
