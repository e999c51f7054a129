namespace LtiMentoring.Training.Practice;

/// <summary>One run through a scenario, told by its steps alone.</summary>
public sealed class Attempt
{
    readonly List<Turn> turns = [];
    readonly List<Step> unfit = [];

    public Attempt(Scenario scenario, IReadOnlyList<Step> steps)
    {
        (Scenario, Steps) = (scenario, [.. steps]);
        Arrive(Situation.AtStart(scenario));
        foreach (var step in Steps) Take(step);
    }

    public Scenario Scenario { get; }

    /// <summary>Every step ever made. Its count is the number that the next step will have.</summary>
    public IReadOnlyList<Step> Steps { get; }

    /// <summary>The path as it stands after all going back. The scene that waits now is not yet a turn.</summary>
    public IReadOnlyList<Turn> Turns => turns;

    /// <summary>Steps that fit nothing. There are none while an attempt stays with the publication that it began with.</summary>
    public IReadOnlyList<Step> Unfit => unfit;

    public Situation Situation { get; private set; } = null!;

    public Moment Now { get; private set; } = null!;

    public Reply Say(string sceneId, string choiceId)
    {
        if (Now.Ending is not null) return Reply.Refuse(Refusal.Ended);
        if (Now.Scene?.Id != sceneId) return Reply.Refuse(Refusal.OtherScene);
        return Now.Choices.Any(choice => choice.Id == choiceId) ? Reply.Next(new Said(sceneId, choiceId)) : Reply.Refuse(Refusal.NotOnScreen);
    }

    public Reply GoOn(string sceneId)
    {
        if (Now.Ending is not null) return Reply.Refuse(Refusal.Ended);
        if (Now.Scene?.Id != sceneId) return Reply.Refuse(Refusal.OtherScene);
        return Now.GoesOn ? Reply.Next(new WentOn(sceneId)) : Reply.Refuse(Refusal.WaitsForLine);
    }

    public Reply RewindTo(int turn) =>
        turn >= 1 && turn <= turns.Count ? Reply.Next(new Rewound(turn)) : Reply.Refuse(Refusal.NoSuchTurn);

    /// <summary>The attempt after one more step.</summary>
    public Attempt With(Step step) => new(Scenario, [.. Steps, step]);

    // What a mentor has done is never a reason to fail: a step that fits nothing is set aside, and the conversation stays where it was.
    void Take(Step step)
    {
        switch (step)
        {
            case Said said when Say(said.SceneId, said.ChoiceId).Step is not null:
                var choice = Now.Choices.First(c => c.Id == said.ChoiceId);
                Leave(choice, choice.Goto, choice.Effect);
                break;
            case WentOn went when GoOn(went.SceneId).Step is not null:
                Leave(null, Now.Scene!.Goto!, []);
                break;
            case Rewound rewound when RewindTo(rewound.ToTurn).Step is not null:
                var back = turns[rewound.ToTurn - 1].Situation;
                turns.RemoveRange(rewound.ToTurn - 1, turns.Count - rewound.ToTurn + 1);
                Arrive(back);
                break;
            default:
                unfit.Add(step);
                break;
        }
    }

    void Leave(Choice? said, string to, IReadOnlyList<Change> effect)
    {
        turns.Add(new Turn(turns.Count + 1, Situation, Now, said));
        Arrive(Situation.Leave(to, effect));
    }

    void Arrive(Situation situation) => (Situation, Now) = (situation, Moment.Of(Scenario, situation));
}
