namespace LtiMentoring.Lti.Tests.Launch.Mutation;

/// <summary>A token that is not the good one, and how it differs.</summary>
public sealed record Mutant(string How, string Token)
{
    public override string ToString() => $"{How}\n{Token}";
}
