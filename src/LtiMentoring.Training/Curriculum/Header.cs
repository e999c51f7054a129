using System.Globalization;
using LtiMentoring.Training.Learn;

namespace LtiMentoring.Training.Curriculum;

// The five keys that open every file, translations included.
static class Header
{
    const string Format = "lti-mentoring/1";

    public static (int Revision, IReadOnlyList<Translation> Translations) ReadHeader(this Block block, string kind, string id)
    {
        block.Know("format", "kind", "id", "revision", "language");
        foreach (var side in block.Sides)
        {
            Expect(block, side, "format", Format);
            Expect(block, side, "kind", kind);
            Expect(block, side, "id", id);
            Expect(block, side, "language", side.Language);
        }
        return (Revision(block, block.Main), [.. block.Translations.Select(side => new Translation(side.Language, Revision(block, side)))]);
    }

    // The id of course.yaml, the only file that is not named after its id.
    public static string OwnId(this Block block)
    {
        var id = block.Main.Scalar("id");
        if (!Id.Fits(id)) block.Error("id", $"\"{id}\" cannot be an id. {Id.Rule}");
        return id;
    }

    static void Expect(Block block, Side side, string key, string expected)
    {
        var words = side.Scalar(key);
        if (words != expected) block.Error(side, side.LineOf(key), $"\"{key}\" is \"{expected}\" in this file, not \"{words}\".");
    }

    static int Revision(Block block, Side side)
    {
        if (int.TryParse(side.Scalar("revision"), NumberStyles.None, CultureInfo.InvariantCulture, out var revision) && revision > 0) return revision;
        block.Error(side, side.LineOf("revision"), "\"revision\" is a whole number above zero.");
        return 1;
    }
}
