using System.Security.Cryptography;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.DataProtection;

namespace LtiMentoring.Web.Hosting;

/// <summary>
/// Antiforgery without a cookie: a protected token that names the session or the operator's visit. The framework's own needs a cookie of its
/// own, which frames lose, and refuses plain http on a loopback address.
/// </summary>
sealed class FormToken(IDataProtectionProvider protection, ILogger<FormToken> log) : IAntiforgery
{
    const string Field = "form-token";
    readonly IDataProtector protector = protection.CreateProtector("FormToken");

    public AntiforgeryTokenSet GetAndStoreTokens(HttpContext httpContext) => GetTokens(httpContext);

    public AntiforgeryTokenSet GetTokens(HttpContext httpContext) =>
        new(protector.Protect(SessionOf(httpContext)), cookieToken: null, Field, headerName: null);

    public async Task<bool> IsRequestValidAsync(HttpContext httpContext)
    {
        if (!HttpMethods.IsPost(httpContext.Request.Method))
            return true;
        if (!httpContext.Request.HasFormContentType)
            return false;
        var form = await httpContext.Request.ReadFormAsync(httpContext.RequestAborted);
        try
        {
            return form[Field] is [{ } token] && protector.Unprotect(token) == SessionOf(httpContext);
        }
        catch (CryptographicException e)
        {
            log.LogInformation("A form token could not be read: {Reason}", e.Message);
            return false;
        }
    }

    public async Task ValidateRequestAsync(HttpContext httpContext)
    {
        if (!await IsRequestValidAsync(httpContext))
            throw new AntiforgeryValidationException("The form does not belong to this session.");
    }

    public void SetCookieTokenAndHeader(HttpContext httpContext) { }

    static string SessionOf(HttpContext context) =>
        context.RequestServices.GetRequiredService<CurrentSession>() is { IsOpen: true } session ? session.Open.Row.IdHash
        : context.RequestServices.GetRequiredService<CurrentOperator>().KeyHash ?? "";
}
