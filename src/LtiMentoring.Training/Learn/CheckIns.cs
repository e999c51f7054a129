namespace LtiMentoring.Training.Learn;

/// <summary>Plans the regular meetings of two people: day, time, how often. The plan goes into the mentor's own calendar.</summary>
public sealed record CheckIns(
    string Id, Text Title, int Minutes, Text? Text = null, bool Optional = false)
    : Lesson(Id, Title, Minutes, Text, Optional);
