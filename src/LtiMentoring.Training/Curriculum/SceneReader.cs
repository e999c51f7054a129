using LtiMentoring.Training.Practice;

namespace LtiMentoring.Training.Curriculum;

sealed class SceneReader(Block block)
{
    public Scene Read(string id) => new(
        id, block.WordOrNull("speaker") ?? Persona.Narrator, block.Text("text"), block.MediaList("media"), block.Entries("choices", Choice),
        block.Entries("instead", OtherScene), block.TextOrNull("title"), block.TextOrNull("inner"), block.WordOrNull("goto"), block.Spot("map"));

    static SceneVariant OtherScene(Block variant, string id)
    {
        var media = variant.MediaList("media");
        return new SceneVariant(
            id, variant.Condition("when"), variant.Condition("unless"), variant.TextOrNull("title"), variant.WordOrNull("speaker"),
            variant.TextOrNull("text"), variant.TextOrNull("inner"), media.Count > 0 ? media : null, variant.WordOrNull("goto"));
    }

    static Choice Choice(Block choice, string id) => new(
        id, choice.Text("say"), choice.WordList("does"), choice.Effect("effect"), choice.Text("feedback"), choice.Word("goto"),
        choice.Entries("instead", OtherChoice), choice.Condition("when"), choice.Condition("unless"));

    static ChoiceVariant OtherChoice(Block variant, string id) => new(
        id, variant.Condition("when"), variant.Condition("unless"), variant.TextOrNull("say"), variant.TextOrNull("feedback"), variant.WordOrNull("goto"));
}
