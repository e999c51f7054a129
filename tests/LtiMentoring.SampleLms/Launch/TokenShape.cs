using System.Text.Json.Nodes;

namespace LtiMentoring.SampleLms.Launch;

public delegate void TokenShape(JsonObject header, JsonObject payload);

/// <summary>The shapes that wait for the next launches, each for as many as it was asked for.</summary>
sealed class TokenShapes
{
    readonly Lock gate = new();
    readonly List<(Action<IdTokenDraft> Shape, int Left)> waiting = [];

    public void Add(Action<IdTokenDraft> shape, int launches)
    {
        lock (gate)
            waiting.Add((shape, launches));
    }

    public void Apply(IdTokenDraft draft)
    {
        Action<IdTokenDraft>[] shapes;
        lock (gate)
        {
            shapes = [.. waiting.Select(entry => entry.Shape)];
            for (var i = waiting.Count - 1; i >= 0; i--)
            {
                if (waiting[i].Left > 1)
                    waiting[i] = waiting[i] with { Left = waiting[i].Left - 1 };
                else
                    waiting.RemoveAt(i);
            }
        }

        foreach (var shape in shapes)
            shape(draft);
    }
}
