using LtiMentoring.Web.Hosting;
using LtiMentoring.Web.Shared;
using LtiMentoring.Web.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LtiMentoring.Web.Operate;

/// <summary>One connected LMS: what it is, whether it works, and what may be changed.</summary>
public sealed class ConnectionModel(MentoringDb db, ConnectionFacts facts, ConnectionTest test, Settings settings) : PageModel
{
    public const string SureField = "sure";

    public Settings Settings => settings;

    public Registration Registration { get; private set; } = null!;
    public PlatformForm Form { get; private set; } = new();
    public IReadOnlyList<DeploymentView> Deployments { get; private set; } = [];
    public Goes Goes { get; private set; } = null!;
    public IReadOnlyList<Finding> Findings { get; private set; } = [];
    public IReadOnlyList<Missing> Missing { get; private set; } = [];
    public bool WasSaved { get; private set; }

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var (id, cancel) = (Guid.Parse((string)RouteData.Values["id"]!), HttpContext.RequestAborted);
        if (await db.Registrations.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancel) is not { } found)
        {
            context.Result = NotFound();
            return;
        }
        (Registration, Form) = (found, PlatformForm.Of(found));
        Deployments = await facts.DeploymentsAsync(id, cancel);
        Goes = await facts.GoesAsync(id, cancel);
        await next();
    }

    public void OnGet(bool saved) => WasSaved = saved;

    public async Task OnPostTestAsync(CancellationToken cancel) => Findings = await test.RunAsync(Registration, cancel);

    public async Task<IActionResult> OnPostSaveAsync(PlatformForm form, CancellationToken cancel)
    {
        (form.Issuer, form.ClientId) = (Registration.Issuer, Registration.ClientId);
        Form = form;
        Missing = [.. form.Check(settings.IsLocal, isNew: false)];
        if (Missing.Count > 0)
            return Page();
        await ChangeAsync(form.Write, cancel);
        return new SeeOther($"{Request.PathBase}/operate/connections/{Registration.Id}?saved=true");
    }

    public async Task<IActionResult> OnPostSwitchAsync(bool off, CancellationToken cancel)
    {
        await ChangeAsync(row => row.Disabled = off, cancel);
        return new SeeOther($"{Request.PathBase}/operate/connections/{Registration.Id}");
    }

    public async Task<IActionResult> OnPostDeleteAsync(bool sure, CancellationToken cancel)
    {
        if (!sure)
        {
            Missing = [new Missing(SureField, OperateWords.DeleteSureNeeded)];
            return Page();
        }
        await db.WriteAsync(() => db.Registrations.Where(row => row.Id == Registration.Id).ExecuteDeleteAsync(cancel), cancel);
        return new SeeOther($"{Request.PathBase}/operate");
    }

    Task ChangeAsync(Action<Registration> change, CancellationToken cancel) => db.WriteAsync(
        async () => change(await db.Registrations.SingleAsync(row => row.Id == Registration.Id, cancel)), cancel);
}
