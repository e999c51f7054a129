using Microsoft.AspNetCore.Mvc;

namespace LtiMentoring.Web.Hosting;

/// <summary>Redirects with 303, so that the next request is a GET whatever this one was.</summary>
sealed class SeeOther(string address) : ActionResult
{
    public override void ExecuteResult(ActionContext context)
    {
        context.HttpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.HttpContext.Response.Headers.Location = address;
    }
}
