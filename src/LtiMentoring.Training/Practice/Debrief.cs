using LtiMentoring.Training.Learn;

namespace LtiMentoring.Training.Practice;

/// <summary>
/// What the mentor looks at afterwards: the path taken, what the other person was feeling at each turn, and the roads not taken.
/// It names things and counts nothing: there is no number here that could rank a person.
/// </summary>
public sealed record Debrief(
    Text Words,
    IReadOnlyList<DebriefTurn> Turns,
    Ending? Ending,
    IReadOnlyList<Tag> Touched,
    IReadOnlyList<Text> OtherEndings,
    PathMap Map)
{
    public static Debrief Of(Course course, Attempt attempt)
    {
        var scenario = attempt.Scenario;
        var ending = attempt.Now.Ending;
        var said = attempt.Turns.SelectMany(turn => turn.Said?.Does ?? []).ToHashSet();
        return new Debrief(
            scenario.Debrief,
            [.. attempt.Turns.Select(turn => DebriefTurn.Of(course, attempt, turn))],
            ending,
            [.. course.Competencies.Where(tag => said.Contains(tag.Id))],
            [.. scenario.Endings.Where(e => e.Id != ending?.Id).Select(e => e.Title)],
            PathMap.Of(attempt));
    }
}
