using LtiMentoring.SampleLms.Requests;

namespace LtiMentoring.SampleLms.Faults;

static class FaultsInTheWay
{
    /// <summary>Stands after routing, so that a fault knows which column a request is about.</summary>
    public static void Use(IApplicationBuilder app, Lms lms) => app.Use(async (http, next) =>
    {
        if (http.Features.Get<LmsRequest>() is { } request && lms.Faults.Take(request.Service) is { } fault)
        {
            request.Fault = fault;
            await fault.Strike(new FaultScene(http, lms, () => next(http)));
        }
        else
        {
            await next(http);
        }
    });
}
