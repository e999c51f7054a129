namespace LtiMentoring.Training.Learn;

/// <summary>What two people promise each other. <c>Review</c> asks for the day on which they read it again.</summary>
public sealed record Agreement(
    string Id, Text Title, int Minutes, IReadOnlyList<Clause> Clauses, Text Acknowledge, Text? Review = null,
    Text? Text = null, bool Optional = false)
    : Lesson(Id, Title, Minutes, Text, Optional);

/// <summary>One promise. A fixed one is the district's; the others may be reworded by the two people.</summary>
public sealed record Clause(string Id, Text Text, bool Fixed = false) : Entry(Id);
