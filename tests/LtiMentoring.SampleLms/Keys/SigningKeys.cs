using LtiMentoring.SampleLms.State;

namespace LtiMentoring.SampleLms.Keys;

/// <summary>The LMS's keys. The last one signs; all of them are published.</summary>
public sealed class SigningKeys
{
    readonly Lock gate;
    readonly Action changed;
    readonly List<SigningKey> keys;

    internal SigningKeys(IReadOnlyList<SavedKey> saved, Lock gate, Action changed)
    {
        this.gate = gate;
        this.changed = changed;
        keys = [.. saved.Select(key => new SigningKey(key))];
        if (keys.Count == 0)
            keys.Add(new SigningKey());
    }

    public SigningKey Current
    {
        get
        {
            lock (gate)
                return keys[^1];
        }
    }

    public IReadOnlyList<SigningKey> Published
    {
        get
        {
            lock (gate)
                return [.. keys];
        }
    }

    /// <summary>Signs with a new key from now on. The old ones stay published, or go at once as in an emergency.</summary>
    public SigningKey Rotate(bool keepOld = true)
    {
        var fresh = new SigningKey();
        lock (gate)
        {
            if (!keepOld)
                keys.Clear();
            keys.Add(fresh);
            changed();
        }

        return fresh;
    }

    internal IReadOnlyList<SavedKey> Saved() => [.. Published.Select(key => key.Saved())];
}
