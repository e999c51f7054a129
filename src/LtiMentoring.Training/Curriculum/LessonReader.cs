using LtiMentoring.Training.Learn;

namespace LtiMentoring.Training.Curriculum;

// A lesson of each kind. The keys that all kinds share are read first, then the kind's own.
sealed class LessonReader(Block block, string id)
{
    static readonly string[] kinds =
        ["page", "document", "video", "role-play", "reflection", "agreement", "goal", "comparator", "self-check", "survey", "check-ins", "live-session"];

    readonly Text title = block.Text("title");
    readonly int minutes = block.Number("minutes");
    readonly Text? text = block.TextOrNull("text");
    readonly bool optional = block.Flag("optional");

    public Lesson Read() => block.Word("kind") switch
    {
        "page" => Reading(),
        "document" => new Document(id, title, minutes, block.LibraryFile("file"), text, optional),
        "video" => new Video(id, title, minutes, Film(), text, optional),
        "role-play" => new RolePlay(id, title, minutes, block.Word("scenario"), text, optional),
        "reflection" => new Reflection(id, title, minutes, block.Prompts("prompts"), text, optional),
        "agreement" => Agreement(),
        "goal" => new GoalSheet(id, title, minutes, block.Entries("fields", Field), text, optional),
        "comparator" => Comparator(),
        "self-check" => new SelfCheck(id, title, minutes, block.Lines("statements"), block.Lines("answers"), text, optional, block.WordOrNull("follows")),
        "survey" => new Survey(id, title, minutes, block.Lines("scales"), block.Lines("answers"), block.Prompts("open"), text, optional),
        "check-ins" => new CheckIns(id, title, minutes, text, optional),
        "live-session" => new LiveSession(id, title, minutes, block.Entries("agenda", Point), block.Number("length"), text, optional),
        var kind => Unknown(kind),
    };

    Reading Reading() => new(id, title, minutes, text, optional, block.TextOrNull("acknowledge"), block.Flag("reference"));

    Reading Unknown(string kind)
    {
        block.Error("kind", $"\"{kind}\" is not a kind of lesson. The kinds are {string.Join(", ", kinds)}.");
        block.Know(block.Keys);
        return new Reading(id, title, minutes, text, optional);
    }

    Media Film()
    {
        var film = block.Inner("media");
        if (film is null) block.Error("media", "A video lesson needs \"media\" with a file.");
        return film?.Media(film.NeededWord("file")) ?? new Media("", []);
    }

    Agreement Agreement() => new(
        id, title, minutes, block.Entries("clauses", (clause, name) => new Clause(name, clause.Text("text"), clause.Flag("fixed"))),
        block.Text("acknowledge"), block.TextOrNull("review"), text, optional);

    static GoalField Field(Block field, string name) => new(name, field.Text("prompt"), field.TextOrNull("example"));

    static AgendaPoint Point(Block point, string name) => new(name, point.Text("text"), point.NumberOrNull("minutes"));

    Comparator Comparator() => new(
        id, title, minutes, block.Entries("aspects", (aspect, name) => new Aspect(name, aspect.Text("title"))),
        block.Entries("items", Row), block.TextOrNull("ask"), text, optional);

    static Compared Row(Block item, string name) =>
        new(name, item.Text("title"), item.TextsById("cells"), item.TextOrNull("mark"));
}
