using System.Globalization;
using LtiMentoring.Training.Practice;

namespace LtiMentoring.Training.Curriculum;

// Conditions, effects and places on the author's map: structure that only scenarios have.
static class Conditions
{
    const string SeenKey = "seen";

    public static Condition? Condition(this Block block, string key)
    {
        if (block.StructureIn(key) is not { } inner) return null;
        if (!inner.Keys.Any()) block.Error(key, $"\"{key}\" names no state and no scene.");
        var seen = inner.WordList(SeenKey);
        return new Condition([.. inner.Keys.Where(k => k != SeenKey).Select(state => new LevelIs(state, inner.WordList(state)))], seen);
    }

    public static IReadOnlyList<Change> Effect(this Block block, string key) =>
        block.StructureIn(key) is { } inner ? [.. inner.Keys.Select(state => new Change(state, inner.Word(state)))] : [];

    public static Spot? Spot(this Block block, string key)
    {
        if (block.TakeStructure(key) is not { } pair) return null;
        if (pair.Value is YamlList { Items: [YamlText x, YamlText y] } && Whole(x) is { } across && Whole(y) is { } down) return new Spot(across, down);
        block.Error(key, $"\"{key}\" is two whole numbers, as in [120, 40].");
        return null;
    }

    static int? Whole(YamlText text) =>
        int.TryParse(text.Words, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number is > -100_000 and < 100_000 ? number : null;
}
