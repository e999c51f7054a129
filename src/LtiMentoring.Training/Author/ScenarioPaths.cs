namespace LtiMentoring.Training.Author;

/// <summary>The paths from the start to an ending that come to no situation twice; of very many, the first.</summary>
public static class ScenarioPaths
{
    const int MostPaths = 20_000;
    const int MostRoads = 1_000_000;

    /// <summary>Each path as the roads taken from stop to stop.</summary>
    public static IEnumerable<IReadOnlyList<Road>> Of(ScenarioWalk walk)
    {
        // By hand and not by recursion: a path may be as long as the conversation has situations.
        var taken = new List<Road>();
        var left = new Stack<IEnumerator<Road>>([Roads(walk, 0)]);
        var on = new HashSet<int> { 0 };
        for (int roads = 0, paths = 0; left.Count > 0 && roads < MostRoads && paths < MostPaths; roads++)
        {
            if (!left.Peek().MoveNext())
            {
                left.Pop();
                if (taken.Count == 0) continue;
                on.Remove(taken[^1].To);
                taken.RemoveAt(taken.Count - 1);
                continue;
            }
            var road = left.Peek().Current;
            if (road.To >= walk.Stops.Count || !on.Add(road.To)) continue;
            taken.Add(road);
            left.Push(Roads(walk, road.To));
            if (walk.Stops[road.To].Moment.Ending is null) continue;
            paths++;
            roads += taken.Count;
            yield return [.. taken];
        }
    }

    static IEnumerator<Road> Roads(ScenarioWalk walk, int stop) => walk.Stops[stop].Roads.GetEnumerator();
}
