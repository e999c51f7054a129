using LtiMentoring.SampleLms.Requests;

namespace LtiMentoring.SampleLms.Faults;

/// <summary>Switches faults over HTTP, for tests that run the LMS as a process of its own. Mapped only with --faults.</summary>
static class FaultEndpoints
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapPost("/faults/clear", (Lms lms) => lms.Faults.Clear());
        app.MapPost("/faults/{name}", Set);
    }

    /// <param name="times">For the next so many requests; until cleared when absent.</param>
    static IResult Set(Lms lms, string name, string service, int? times, double? seconds, int? code, string? to, bool? after)
    {
        if (!Enum.TryParse<LmsService>(service, ignoreCase: true, out var struck) || !Enum.IsDefined(struck))
            return Results.BadRequest($"There is no service {service}: {string.Join(", ", Enum.GetNames<LmsService>())}.");
        if (Named(name, TimeSpan.FromSeconds(seconds ?? 5), code, to, after ?? false) is not { } fault)
            return Results.NotFound($"There is no fault {name}.");

        if (times is { } requests)
            lms.Faults.Next(struck, fault, requests);
        else
            lms.Faults.UntilCleared(struck, fault);
        return Results.NoContent();
    }

    static Fault? Named(string name, TimeSpan time, int? code, string? to, bool after) => name switch
    {
        "latency" => new Fault.Latency(time, after),
        "too-many-requests" => new Fault.TooManyRequests(time),
        "too-many-requests-date" => new Fault.TooManyRequests(time, AsDate: true),
        "status" => new Fault.Status(code ?? StatusCodes.Status503ServiceUnavailable),
        "tokens-revoked" => new Fault.TokensRevoked(),
        "connection-reset" => new Fault.ConnectionReset(after),
        "wrong-content-type" => new Fault.WrongContentType(),
        "endless-body" => new Fault.EndlessBody(),
        "truncated-json" => new Fault.TruncatedJson(),
        "column-deleted" => new Fault.ColumnDeleted(),
        "redirect" => new Fault.Redirect(to ?? "http://elsewhere.invalid/"),
        "keys-rotated" => new Fault.KeysRotated(),
        _ => null,
    };
}
