using LtiMentoring.Training.Learn;
using LtiMentoring.Training.Practice;

namespace LtiMentoring.Training.Author;

static class ScenarioPassages
{
    // The tag of a line that answers "is it good?".
    const string VerdictTag = "verdict";

    public static IReadOnlyList<Passage> Of(Scenario scenario) => new Passages(scenario.Id)
        .Need(".title", Part.Frame, scenario.Title).Need(".summary", Part.Frame, scenario.Summary)
        .Each(".personas", scenario.Personas, Persona)
        .Each(".states", scenario.States, (texts, state) => texts.Add(".about", Part.Untranslated, state.About))
        .Need(".context", Part.Context, scenario.Context)
        .Each(".anticipate", scenario.Anticipate, Prompt)
        .Each("", scenario.Scenes, Scene)
        .Each("", scenario.Endings, Ending)
        .Each(".reflect", scenario.Reflect, Prompt)
        .Need(".debrief.text", Part.Debrief, scenario.Debrief)
        .Each(".debrief.notes", scenario.Notes, (texts, note) => texts.Need(".text", Part.Note, note.Text)).All;

    static void Persona(Passages texts, Persona persona) => texts
        .Need(".name", Part.Untranslated, persona.Name).Add(".called", Part.Untranslated, persona.Called)
        .Add(".pronouns", Part.Untranslated, persona.Pronouns)
        .Add(".role", Part.Frame, persona.Role).Add(".about", Part.Frame, persona.About)
        .Add(".want", Part.Frame, persona.Want).Add(".fear", Part.Frame, persona.Fear).Add(".tell", Part.Frame, persona.Tell);

    static void Prompt(Passages texts, Prompt prompt) => texts.Need(".prompt", Part.Prompt, prompt.Words);

    static void Scene(Passages texts, Scene scene)
    {
        texts.Add(".title", Part.Frame, scene.Title).Need(".text", Part.Scene, scene.Text).Pictures(scene.Media);
        Inner(texts, scene.Inner, isNeeded: Speaks(scene.Speaker));
        // Other words need another inner voice: the old one would no longer agree with them.
        texts.Each(".instead", scene.Instead, (other, variant) => Inner(
            other.Add(".title", Part.Frame, variant.Title).Add(".text", Part.Scene, variant.Text).Pictures(variant.Media ?? []),
            variant.Inner, isNeeded: variant.Text is not null && Speaks(variant.Speaker ?? scene.Speaker)));
        texts.Each("", scene.Choices, Choice);
    }

    static bool Speaks(string speaker) => speaker != Practice.Persona.Narrator;

    static void Inner(Passages texts, Text? inner, bool isNeeded)
    {
        if (isNeeded) texts.Need(".inner", Part.Inner, inner);
        else texts.Add(".inner", Part.Inner, inner);
    }

    static void Choice(Passages texts, Choice choice)
    {
        var say = choice.Does.Contains(VerdictTag) ? Part.Verdict : Part.Say;
        texts.Need(".say", say, choice.Say).Need(".feedback", Part.Feedback, choice.Feedback)
            .Each(".instead", choice.Instead, (other, variant) => other.Add(".say", say, variant.Say).Add(".feedback", Part.Feedback, variant.Feedback));
    }

    static void Ending(Passages texts, Ending ending) => texts
        .Need(".title", Part.EndingTitle, ending.Title).Need(".text", Part.Ending, ending.Text)
        .Need(".inner", Part.Inner, ending.Inner).Need(".opens", Part.Opens, ending.Opens)
        .Each(".instead", ending.Instead, (other, variant) => other
            .Add(".title", Part.EndingTitle, variant.Title).Add(".text", Part.Ending, variant.Text)
            .Add(".inner", Part.Inner, variant.Inner).Add(".opens", Part.Opens, variant.Opens));
}
