namespace LtiMentoring.Training.Learn;

public sealed record GoalSheet(
    string Id, Text Title, int Minutes, IReadOnlyList<GoalField> Fields, Text? Text = null, bool Optional = false)
    : Lesson(Id, Title, Minutes, Text, Optional);

public sealed record GoalField(string Id, Text Prompt, Text? Example = null) : Entry(Id);
