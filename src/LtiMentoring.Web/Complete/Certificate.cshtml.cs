using LtiMentoring.Training.Learn;
using LtiMentoring.Web.Hosting;
using LtiMentoring.Web.Shared;
using LtiMentoring.Web.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LtiMentoring.Web.Complete;

/// <summary>A mentor's certificate, made for print. It is made when the mentor asks for it, under the name that they want on it.</summary>
public sealed class CertificateModel(CourseDesk desk, Progress progress, Certificates certificates) : PageModel
{
    public const string NameField = "name";

    Completion? completion;

    public Course Course { get; private set; } = null!;

    /// <summary>The module that it is about; null for the whole course.</summary>
    public Module? Module { get; private set; }

    /// <summary>What was completed, as it is printed.</summary>
    string Title => Module is null ? desk.Words.Plain(Course, Course.Title)
        : $"{desk.Words.Plain(Course, Module.Title)} · {desk.Words.Plain(Course, Course.Title)}";

    public CertificateFacts? Facts { get; private set; }
    public bool IsComplete => completion is not null;
    public IReadOnlyList<Missing> Missing { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string? module, CancellationToken cancel) => await FindAsync(module, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string? module, string? name, CancellationToken cancel)
    {
        if (!await FindAsync(module, cancel))
            return NotFound();
        var printed = OneLine(name);
        if (completion is not null && Facts is null && printed.Length > 0)
            await certificates.MakeAsync(
                completion, printed, Title, desk.Session.Language, CertificateCode.New(), cancel);
        else if (completion is not null && Facts is null)
        {
            Missing = [new Missing(NameField, CompleteWords.NameNeeded)];
            return Page();
        }
        return new SeeOther($"{Request.PathBase}{Request.Path}");
    }

    async Task<bool> FindAsync(string? module, CancellationToken cancel)
    {
        Course = (await desk.OpenAsync(cancel)).Published.Course;
        Module = module is null ? null : Course.FindModule(module);
        if (module is not null && Module is null)
            return false;
        if (desk.Session.IsPreview)
            return true;
        completion = (await progress.CompletionsAsync(desk.Session.PersonId, Course.Id, cancel)).SingleOrDefault(row => row.ModuleId == (module ?? ""));
        if (completion is not null && await certificates.OfAsync(completion.Id, cancel) is { } made)
            Facts = await certificates.FindAsync(made.Code, cancel);
        return true;
    }

    static string OneLine(string? name) =>
        Writings.Cut(string.Join(' ', Writings.Clean(name ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), Certificates.LongestName);
}
