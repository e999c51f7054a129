using LtiMentoring.Training.Learn;

namespace LtiMentoring.Training.Curriculum;

static class ModuleReader
{
    public static Module Read(Block block, string id)
    {
        var (revision, translations) = block.ReadHeader("module", id);
        var module = new Module(
            id, revision, block.Text("title"), block.Text("summary"), block.Number("minutes"),
            block.Entries("objectives", (objective, name) => new Line(name, objective.Text("text"))), block.WordList("needs"),
            [.. block.Entries("lessons", (lesson, name) => new LessonReader(lesson, name).Read())])
        {
            Edition = block.Edition(),
            Translations = translations,
        };
        return block.Origin(module, []);
    }

    static string? Edition(this Block block)
    {
        var edition = block.WordOrNull("edition");
        if (edition is not null && !Learn.Edition.All.Contains(edition))
            block.Error("edition", $"\"{edition}\" is not an edition. The editions are {string.Join(", ", Learn.Edition.All)}.");
        return edition;
    }
}
