using LtiMentoring.Web.Shared;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LtiMentoring.Web.Hosting;

/// <summary>
/// What is shown instead of a page: an ended session, an address with nothing at it, a form that did not arrive whole, or
/// a fault of ours. It has no data and no form, so anybody may frame it.
/// </summary>
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true)]
public sealed class ProblemModel(ILogger<ProblemModel> log) : PageModel
{
    public string Title { get; private set; } = "";
    public string Lede { get; private set; } = "";
    public IReadOnlyList<string> Steps { get; private set; } = [];
    public bool WordsAreKept { get; private set; }

    /// <summary>For the log; only when the fault is ours.</summary>
    public string? Reference { get; private set; }

    public void OnGet(int status) => Show(status);

    public void OnPost(int status) => Show(status);

    /// <summary>The path that somebody asked for and was not given.</summary>
    string Asked => HttpContext.Features.Get<IStatusCodeReExecuteFeature>()?.OriginalPath ?? "";

    bool IsOperators => Asked.StartsWith("/operate", StringComparison.OrdinalIgnoreCase);

    void Show(int status)
    {
        // The operator's pages stand in nobody's frame, and so does what stands in their place.
        if (!IsOperators)
            HttpContext.Items[SecurityHeaders.FrameAncestors] = "*";
        WordsAreKept = HttpContext.Items.ContainsKey(KeptWords.WereKept);
        var reopen = new[] { SharedWords.StepReload, SharedWords.StepChooseAgain };
        (Title, Lede, Steps) = status switch
        {
            StatusCodes.Status401Unauthorized when IsOperators => (SharedWords.VisitOverTitle, SharedWords.VisitOverLede, []),
            StatusCodes.Status401Unauthorized when !Asked.StartsWith(SessionPath.Prefix, StringComparison.Ordinal) => (SharedWords.OpenTitle, SharedWords.OpenLede, [SharedWords.StepChoose]),
            StatusCodes.Status401Unauthorized => (SharedWords.ReopenTitle, SharedWords.ReopenLede, reopen),
            StatusCodes.Status403Forbidden => (SharedWords.NotYoursTitle, SharedWords.NotYoursLede, reopen),
            StatusCodes.Status404NotFound or StatusCodes.Status405MethodNotAllowed => (SharedWords.NotFoundTitle, SharedWords.NotFoundLede, reopen),
            >= 500 => (SharedWords.BrokenTitle, SharedWords.BrokenLede, reopen),
            _ => (SharedWords.FormTitle, SharedWords.FormLede, [SharedWords.StepGoBack, .. reopen]),
        };
        if (status < 500)
            return;
        Reference = Hosting.Reference.New();
        var error = HttpContext.Features.Get<IExceptionHandlerFeature>()?.Error;
        log.LogError(error, "A request failed, reference {Reference}", Reference);
        Response.StatusCode = status;
    }
}
