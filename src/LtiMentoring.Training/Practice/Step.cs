namespace LtiMentoring.Training.Practice;

/// <summary>One thing that the mentor did in an attempt. Steps are only ever added: going back is a step too.</summary>
public abstract record Step;

public sealed record Said(string SceneId, string ChoiceId) : Step;

public sealed record WentOn(string SceneId) : Step;

public sealed record Rewound(int ToTurn) : Step;
