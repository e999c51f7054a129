using LtiMentoring.Training.Learn;
using LtiMentoring.Web.Hosting;
using LtiMentoring.Web.Shared;
using LtiMentoring.Web.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LtiMentoring.Web.Learn;

/// <summary>Everything that a mentor wrote, on one page; and the way to delete it.</summary>
public sealed class MineModel(OwnWords own, Writings writings, CurrentSession session) : PageModel
{
    public Course Course { get; private set; } = null!;
    public IReadOnlyList<OwnSection> Sections { get; private set; } = [];
    public IReadOnlyList<Missing> Missing { get; private set; } = [];
    public bool IsDeleted { get; private set; }

    public Task OnGetAsync(bool deleted, CancellationToken cancel)
    {
        IsDeleted = deleted;
        return ReadAsync(cancel);
    }

    public async Task<IActionResult> OnPostAsync(bool sure, CancellationToken cancel)
    {
        if (sure)
        {
            if (!session.IsPreview)
                await writings.DeleteAllAsync(session.PersonId, cancel);
            return new SeeOther($"{Request.PathBase}/mine?deleted=true");
        }
        Missing = [new Missing("sure", LearnWords.DeleteMineUnsure)];
        await ReadAsync(cancel);
        return Page();
    }

    async Task ReadAsync(CancellationToken cancel) => (Course, Sections) = await own.ReadAsync(cancel);
}
