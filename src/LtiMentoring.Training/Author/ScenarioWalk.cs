using LtiMentoring.Training.Practice;

namespace LtiMentoring.Training.Author;

/// <summary>Every situation that a conversation can come to, found by saying everything that can be said.</summary>
public sealed class ScenarioWalk
{
    /// <summary>Enough for any conversation that a person could still keep in mind, and an end for one that nobody could.</summary>
    public const int MostSituations = 20_000;

    readonly Scenario scenario;
    readonly HashSet<string> asked;
    readonly Dictionary<string, int> found = [];
    readonly List<Situation> situations = [];
    readonly List<Stop> stops = [];
    readonly HashSet<(string Of, string Variant)> variants = [];

    ScenarioWalk(Scenario scenario)
    {
        this.scenario = scenario;
        asked = [.. Conditions(scenario).OfType<Condition>().SelectMany(condition => condition.Seen)];
    }

    public IReadOnlyList<Stop> Stops => stops;

    /// <summary>False when there are more situations than can be looked at.</summary>
    public bool IsWhole => stops.Count == situations.Count;

    public static ScenarioWalk Of(Scenario scenario)
    {
        var walk = new ScenarioWalk(scenario);
        walk.Number(Situation.AtStart(scenario));
        while (!walk.IsWhole && walk.stops.Count < MostSituations) walk.Look(walk.situations[walk.stops.Count]);
        return walk;
    }

    /// <summary>Whether a variant was ever read; <paramref name="of"/> is the path of its scene, choice or ending inside the scenario.</summary>
    public bool Uses(string of, string variant) => variants.Contains((of, variant));

    void Look(Situation now)
    {
        var moment = Moment.Of(scenario, now);
        var roads = moment.GoesOn
            ? [new Road(null, Number(now.Leave(moment.Scene!.Goto!, [])))]
            : moment.Choices.Select(choice => new Road(choice, Number(now.Leave(choice.Goto, choice.Effect)))).ToList();
        Remember(now, moment);
        stops.Add(new Stop(now, moment, roads));
    }

    void Remember(Situation now, Moment moment)
    {
        if ((scenario.FindScene(now.At)?.Variant(now) as Variant ?? scenario.FindEnding(now.At)?.Variant(now)) is { } variant) variants.Add((now.At, variant.Id));
        foreach (var choice in moment.Choices) if (choice.Variant(now) is { } other) variants.Add(($"{now.At}/{choice.Id}", other.Id));
    }

    // Two situations are one when nobody asks about what tells them apart: scenes seen matter only where a condition names them.
    int Number(Situation situation)
    {
        var kept = situation with { Seen = situation.Seen.Intersect(asked) };
        var key = $"{kept.At}|{kept.Levels}|{string.Join(' ', kept.Seen.Order(StringComparer.Ordinal))}";
        if (!found.TryAdd(key, situations.Count)) return found[key];
        situations.Add(kept);
        return situations.Count - 1;
    }

    static IEnumerable<Condition?> Conditions(Scenario scenario)
    {
        var choices = scenario.Scenes.SelectMany(scene => scene.Choices).ToList();
        IEnumerable<Variant> variants =
            [.. scenario.Scenes.SelectMany(s => s.Instead), .. choices.SelectMany(c => c.Instead), .. scenario.Endings.SelectMany(e => e.Instead)];
        return [.. choices.SelectMany(c => new[] { c.When, c.Unless }), .. variants.SelectMany(v => new[] { v.When, v.Unless })];
    }
}

/// <summary>One situation, what is on screen in it, and every road on. An ending has none.</summary>
public sealed record Stop(Situation Situation, Moment Moment, IReadOnlyList<Road> Roads);

/// <summary>A way on: the line said, or null for a scene that goes on by itself, and the number of the stop that it leads to.</summary>
public sealed record Road(Choice? Said, int To);
