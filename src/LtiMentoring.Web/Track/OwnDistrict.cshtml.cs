using LtiMentoring.Training.Learn;
using LtiMentoring.Web.Hosting;
using LtiMentoring.Web.Shared;
using LtiMentoring.Web.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LtiMentoring.Web.Track;

/// <summary>The settings of their own district, for its administrators.</summary>
public sealed class OwnDistrictModel(Districts districts, Courses courses, CurrentSession session) : PageModel
{
    public Course Course { get; private set; } = null!;
    public DistrictForm Form { get; private set; } = new();
    public IReadOnlyList<Missing> Missing { get; private set; } = [];
    public IReadOnlyList<Person> Granted { get; private set; } = [];
    public IReadOnlyList<Person> Others { get; private set; } = [];
    public bool WasSaved { get; private set; }

    public async Task OnGetAsync(bool saved, CancellationToken cancel)
    {
        WasSaved = saved;
        await LoadAsync(cancel);
        Form = DistrictForm.Of(session.Open.District, Course);
    }

    public async Task<IActionResult> OnPostAsync(DistrictForm form, CancellationToken cancel)
    {
        await LoadAsync(cancel);
        Form = form;
        Missing = await districts.SaveAsync(session.DistrictId, form, cancel);
        return Missing.Count > 0 ? Page() : new SeeOther($"{Request.PathBase}/district?saved=true");
    }

    public async Task<IActionResult> OnPostGrantAsync(Guid person, CancellationToken cancel)
    {
        await districts.GrantAsync(session.DistrictId, person, Role.Administrator, cancel);
        return new SeeOther($"{Request.PathBase}/district#people");
    }

    public async Task<IActionResult> OnPostTakeBackAsync(Guid person, CancellationToken cancel)
    {
        await districts.GrantAsync(session.DistrictId, person, null, cancel);
        return new SeeOther($"{Request.PathBase}/district#people");
    }

    async Task LoadAsync(CancellationToken cancel)
    {
        Course = (await courses.CurrentAsync(cancel)).Course;
        (Granted, Others) = await districts.PeopleAsync(session.DistrictId, cancel);
    }
}
