using LtiMentoring.Lti.Registration;
using LtiMentoring.Web.Hosting;
using LtiMentoring.Web.Shared;
using LtiMentoring.Web.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LtiMentoring.Web.Operate;

/// <summary>Where an operator connects an LMS: by one link that the LMS opens, or by hand.</summary>
public sealed class RegisterModel(MentoringDb db, Platforms platforms, OneTimeLinks links, Settings settings) : PageModel
{
    /// <summary>Tells the fields of the form that makes a link from those of the other one.</summary>
    public const string LinkPrefix = "link-";

    public string Family { get; private set; } = Guides.Other;
    public PlatformForm Form { get; private set; } = new();
    public DistrictChoice District { get; private set; } = new();
    public IReadOnlyList<Missing> Missing { get; private set; } = [];
    public string? Pasted { get; private set; }

    /// <summary>A link for the LMS that was just made. It is shown this once; only its hash is kept.</summary>
    public string? Link { get; private set; }

    public Settings Settings => settings;

    public async Task<IActionResult> OnGetAsync(string? family, CancellationToken cancel) => await LoadAsync(family, null, cancel) ? Page() : NotFound();

    /// <summary>Makes the link.</summary>
    public async Task<IActionResult> OnPostLinkAsync(string? family, DistrictChoice choice, CancellationToken cancel)
    {
        if (!await LoadAsync(family, choice, cancel))
            return NotFound();
        Missing = [.. District.Check(LinkPrefix)];
        if (Missing.Count == 0)
        {
            var id = await District.ResolveAsync(db, cancel);
            Link = $"{settings.PublicUrl}/lti/register/{await links.MakeAsync(LinkPurpose.Registration, id, cancel)}";
            await District.LoadAsync(db, cancel);
        }
        return Page();
    }

    /// <summary>Fills the form from what an LMS shows as JSON.</summary>
    public async Task<IActionResult> OnPostPasteAsync(string? family, string? pasted, PlatformForm form, DistrictChoice choice, CancellationToken cancel)
    {
        if (!await LoadAsync(family, choice, cancel))
            return NotFound();
        (Form, Pasted) = (form, pasted);
        if (PastedPlatform.Read(pasted ?? "") is not { } found)
            Missing = [new Missing("pasted", OperateWords.PastedUnreadable)];
        else
            Form.Take(found);
        return Page();
    }

    /// <summary>Registers by hand.</summary>
    public async Task<IActionResult> OnPostSaveAsync(string? family, PlatformForm form, DistrictChoice choice, CancellationToken cancel)
    {
        if (!await LoadAsync(family, choice, cancel))
            return NotFound();
        Form = form;
        Missing = [.. form.Check(settings.IsLocal, isNew: true), .. District.Check()];
        if (Missing.Count > 0)
            return Page();
        var added = await platforms.AddAsync(form.ToPlatform(Family == Guides.Other ? null : Family, await District.ResolveAsync(db, cancel)), cancel);
        return new SeeOther($"{Request.PathBase}/operate/connections/{added.Registration.Id}");
    }

    async Task<bool> LoadAsync(string? family, DistrictChoice? choice, CancellationToken cancel)
    {
        Family = family ?? Guides.Other;
        District = choice ?? District;
        await District.LoadAsync(db, cancel);
        return family is null || Guides.Find(family) == family;
    }
}
