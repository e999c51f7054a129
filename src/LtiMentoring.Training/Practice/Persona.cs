using LtiMentoring.Training.Learn;

namespace LtiMentoring.Training.Practice;

/// <summary>A person in the conversation, the mentor included. What is wanted, feared and given away is shown in the debrief.</summary>
public sealed record Persona(
    string Id, Text Name, Text? Pronouns = null, Text? Role = null, Text? About = null, Text? Want = null, Text? Fear = null, Text? Tell = null,
    Text? Called = null)
    : Entry(Id)
{
    public const string Narrator = "narrator";

    /// <summary>The mentor, who is spoken to and not of.</summary>
    public const string You = "you";

    /// <summary>What people say to them: beside a line of speech a whole name is too much.</summary>
    public Text SpokenName => Called ?? Name;
}
