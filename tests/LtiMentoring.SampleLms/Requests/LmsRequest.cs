namespace LtiMentoring.SampleLms.Requests;

/// <summary>One request to an LTI service. Noted when it arrives; its status when the answer is about to leave.</summary>
public sealed class LmsRequest
{
    public required LmsService Service { get; init; }
    public required string Method { get; init; }

    /// <summary>Path and query.</summary>
    public required string Address { get; init; }
    public required DateTimeOffset At { get; init; }
    public required IReadOnlyDictionary<string, string> Headers { get; init; }
    public required string Body { get; init; }

    /// <summary>Null while there is no answer, and for ever when the connection was cut before one.</summary>
    public int? Status { get; internal set; }

    /// <summary>The fault that struck this request.</summary>
    public Faults.Fault? Fault { get; internal set; }
}
