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
            Translations = translations,
        };
        return block.Origin(module, []);
    }
}
