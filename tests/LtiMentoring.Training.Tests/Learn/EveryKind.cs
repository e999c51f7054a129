using LtiMentoring.Training.Learn;
using LtiMentoring.Training.Practice;

namespace LtiMentoring.Training.Tests.Learn;

// A course that holds each kind of thing once, with every key that a kind can have.
static class EveryKind
{
    public static Text T(string words) => Text.Of("en", words);

    public static Course Course() => new(
        "every-kind", 3, "en", ["en", "es"], T("Every kind").With("es", "De todo"), T("One of each."),
        new Dictionary<string, Text> { ["district"] = T("your district").With("es", "tu distrito"), ["contact"] = T("the office") },
        [new Tag("listening", T("Listening"), T("Lets the other get to the end."))],
        [new Tag("advice", T("Advice"), T("Offers a way."))],
        [Module()], [Scenario()])
    {
        Translations = [new Translation("es", 2)],
    };

    static Module Module() => new(
        "first", 1, T("First"), T("All kinds."), 11, [new Line("see", T("See it."))], ["zeroth"],
        [
            new Reading("a", T("A"), 1, T("Words"), Acknowledge: T("I have read it."), Reference: true),
            new Document("b", T("B"), 1, "library/b.pdf", T("The same")),
            new Video("c", T("C"), 1, new Media("media/c.mp4", [new Caption("en", "media/c.vtt")], Transcript: T("Said"))),
            new RolePlay("d", T("D"), 1, "talk"),
            new Reflection("e", T("E"), 1, [new Prompt("one", T("Why?"), Optional: true)], Optional: true),
            new Agreement("f", T("F"), 1, [new Clause("we", T("We meet."), Fixed: true)], T("We agree."), T("Read again on")),
            new GoalSheet("g", T("G"), 1, [new GoalField("goal", T("What?"), T("Vague and observable"))]),
            new Comparator("h", T("H"), 1, [new Aspect("x", T("X"))],
                [new Compared("row", T("Row"), new Dictionary<string, Text> { ["x"] = T("cell") }, T("You"))], T("Which?")),
            new SelfCheck("i", T("I"), 1, [new Line("s", T("I listen."))], [new Line("often", T("Often"))], Follows: "zeroth/i"),
            new Survey("j", T("J"), 1, [new Line("s", T("It was clear."))], [new Line("yes", T("Yes"))], [new Prompt("more", T("More?"))]),
            new CheckIns("l", T("L"), 1),
            new LiveSession("k", T("K"), 1, [new AgendaPoint("hello", T("Hello"), 5)], 60),
        ])
    {
        Edition = Edition.Refresher,
    };

    static Scenario Scenario() => new(
        "talk", 1, T("Talk"), T("A talk."), 5, ["listening"],
        [new Persona("theo", T("Theo"), T("he/him"), T("Teacher"), T("About"), T("Want"), T("Fear"), T("Tell"))],
        [new State("trust", ["low", "high"], "low", T("How safe."))],
        T("Thursday."), [new Prompt("before", T("What?"))], "ask",
        [
            new Scene("ask", "theo", T("Well?"), [new Media("media/a.jpg", [], T(""))],
                [new Choice("say", T("Yes."), ["listening"], [new Change("trust", "up")], T("Theo nods."), "end",
                    [new ChoiceVariant("other", new Condition([new LevelIs("trust", ["low"])], ["ask"]), null, T("No."), T("He stops."), "end")],
                    Unless: new Condition([], ["ask"]))],
                [new SceneVariant("again", new Condition([], ["ask"]), null, T("Again"), "narrator", T("Well."), T("Hm."), [], "end")],
                T("The ask"), T("Say yes."), null, new Spot(1, 2)) { Was = "old-ask", From = "twee#Ask" },
        ],
        [new Ending("end", T("End"), T("Done."), T("Oh."), T("Thursday."),
            [new EndingVariant("low", new Condition([new LevelIs("trust", ["low"])], []), null, T("Low"), T("Done?"), T("Ah."), T("Later."))])],
        [new Prompt("after", T("And now?"), Recall: "before", At: "ask")], T("Below is your path."), [new Note("n1", "ask", T("A note."))]);
}
