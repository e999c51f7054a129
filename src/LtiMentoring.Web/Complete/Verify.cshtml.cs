using LtiMentoring.Web.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LtiMentoring.Web.Complete;

/// <summary>Where anybody who holds a certificate can see that it is true. It needs no session, and shows what the paper shows.</summary>
[ResponseCache(NoStore = true)]
public sealed class VerifyModel(Certificates certificates) : PageModel
{
    public const string CodeField = "code";

    public string Typed { get; private set; } = "";
    public CertificateFacts? Facts { get; private set; }
    public bool WasNotFound { get; private set; }

    public async Task OnGetAsync(string? code, CancellationToken cancel)
    {
        Typed = code ?? "";
        if (Typed.Length == 0)
            return;
        Facts = CertificateCode.Read(Typed) is { } read ? await certificates.FindAsync(read, cancel) : null;
        WasNotFound = Facts is null;
    }
}
