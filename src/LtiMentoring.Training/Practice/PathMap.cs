using LtiMentoring.Training.Learn;

namespace LtiMentoring.Training.Practice;

/// <summary>The path as a page can draw it: places in the order in which they were reached, then those where roads not taken lead.</summary>
public sealed record PathMap(IReadOnlyList<PathPlace> Places, IReadOnlyList<PathRoad> Roads)
{
    public static PathMap Of(Attempt attempt)
    {
        var turns = attempt.Turns;
        var taken = turns.Select((turn, index) => new PathRoad(
            turn.Scene.Id, index + 1 < turns.Count ? turns[index + 1].Scene.Id : attempt.Situation.At, turn.Number, turn.Said?.Id, Taken: true));
        var notTaken = turns.SelectMany(turn => turn.Moment.Choices.Where(choice => choice.Id != turn.Said?.Id)
            .Select(choice => new PathRoad(turn.Scene.Id, choice.Goto, turn.Number, choice.Id, Taken: false)));
        var roads = taken.Concat(notTaken).OrderBy(road => road.Turn).ToList();
        var reached = turns.Select(turn => turn.Scene.Id).Append(attempt.Situation.At);
        return new PathMap([.. reached.Concat(roads.Select(road => road.To)).Distinct().Select(id => PathPlace.Of(attempt, id))], roads);
    }
}

/// <summary>A scene or an ending on the map, with the turns at which the path came through it; none for a place not visited.</summary>
public sealed record PathPlace(string Id, Text? Title, bool IsEnding, bool IsReached, IReadOnlyList<int> Turns)
{
    public static PathPlace Of(Attempt attempt, string id)
    {
        var ending = attempt.Scenario.FindEnding(id);
        int[] turns = [.. attempt.Turns.Where(turn => turn.Scene.Id == id).Select(turn => turn.Number)];
        return new PathPlace(id, ending?.Title ?? attempt.Scenario.FindScene(id)?.Title, ending is not null, turns.Length > 0 || attempt.Situation.At == id, turns);
    }
}

/// <summary>A way from one place to another at one turn; the id of the line that leads there, or null for a scene that goes on by itself.</summary>
public sealed record PathRoad(string From, string To, int Turn, string? ChoiceId, bool Taken);
