namespace LtiMentoring.Lti.Services;

/// <summary>Why an address that came from outside is not called.</summary>
public enum OutboundRefusal
{
    /// <summary>It is no https address.</summary>
    NotHttps,

    /// <summary>Its host is on no address of the public internet, and the operator has not allowed it.</summary>
    NotPublic,
}

/// <summary>Ends a connection before it begins. The message is for the operator.</summary>
sealed class OutboundRefusedException(OutboundRefusal why, string message) : Exception(message)
{
    public OutboundRefusal Why { get; } = why;
}
