namespace LtiMentoring.Lti.Registration;

/// <summary>Why a platform could not be registered. Every value has a sentence for the operator and a test.</summary>
public enum RegistrationRefusal
{
    /// <summary>The platform sent no <c>openid_configuration</c> along, or no address.</summary>
    ConfigurationMissing,
    /// <summary>The address does not begin with https, which anybody on the way could change.</summary>
    ConfigurationInsecure,
    /// <summary>No answer came from the address, or a refusal.</summary>
    ConfigurationUnreachable,
    /// <summary>The answer is no OpenID configuration.</summary>
    ConfigurationUnreadable,
    /// <summary>The configuration lacks an address that a launch needs, or has one that is none.</summary>
    AddressMissing,
    /// <summary>One of the addresses does not begin with https.</summary>
    AddressInsecure,
    /// <summary>The configuration was read from another host than the issuer it names (Dynamic Registration 1.0, section 3.5.1).</summary>
    IssuerElsewhere,
    /// <summary>The configuration asks for the registration, and its token, to be sent to another host.</summary>
    RegistrationElsewhere,
    /// <summary>The platform cannot take tokens that are signed with RS256, or does not say that it sends launches.</summary>
    PlatformUnsuitable,
    /// <summary>The platform did not answer the registration. It may know the tool all the same.</summary>
    RegistrationUnanswered,
    /// <summary>The platform answered the registration with an error.</summary>
    RegistrationRefused,
    /// <summary>The platform's answer names no client id.</summary>
    ClientIdMissing,
}

/// <summary>A refusal with what there is to know about it: for the operator, in the platform's own words where it said something.</summary>
public sealed record RegistrationRefused(RegistrationRefusal Why, string Detail);
