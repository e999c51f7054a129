using LtiMentoring.Training.Learn;

namespace LtiMentoring.Training.Curriculum;

// Small things that modules and scenarios both hold.
static class Parts
{
    public static IReadOnlyList<Line> Lines(this Block block, string key) => block.Entries(key, (line, id) => new Line(id, line.Text("text")));

    public static IReadOnlyList<Prompt> Prompts(this Block block, string key) =>
        block.Entries(key, (prompt, id) => new Prompt(id, prompt.Text("prompt"), prompt.Flag("optional")));

    // A mapping whose keys are the author's own ids.
    public static IReadOnlyDictionary<string, Text> TextsById(this Block block, string key)
    {
        if (block.Inner(key) is not { } inner) return new Dictionary<string, Text>();
        foreach (var id in inner.Keys.Where(id => !Id.Fits(id))) inner.Error(id, $"\"{id}\" cannot be an id. {Id.Rule}");
        return inner.Keys.ToDictionary(id => id, inner.Text);
    }
}
