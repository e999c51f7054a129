using LtiMentoring.Training.Learn;

namespace LtiMentoring.Training.Practice;

/// <summary>A person in the conversation, the mentor included. What is wanted, feared and given away is shown in the debrief.</summary>
public sealed record Persona(
    string Id, Text Name, Text? Pronouns = null, Text? Role = null, Text? About = null, Text? Want = null, Text? Fear = null, Text? Tell = null)
    : Entry(Id)
{
    public const string Narrator = "narrator";
}
