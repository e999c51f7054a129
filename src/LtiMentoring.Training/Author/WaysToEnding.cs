namespace LtiMentoring.Training.Author;

static class WaysToEnding
{
    // Walks backwards from the endings; what is not met has no way to one.
    public static IEnumerable<Stop> Missing(ScenarioWalk walk)
    {
        var before = walk.Stops.Index().SelectMany(stop => stop.Item.Roads.Select(road => (road.To, From: stop.Index))).ToLookup(way => way.To, way => way.From);
        var met = walk.Stops.Index().Where(stop => stop.Item.Moment.Ending is not null).Select(stop => stop.Index).ToHashSet();
        var left = new Queue<int>(met);
        while (left.TryDequeue(out var stop))
            foreach (var from in before[stop].Where(met.Add)) left.Enqueue(from);
        return walk.Stops.Where((_, index) => !met.Contains(index));
    }
}
