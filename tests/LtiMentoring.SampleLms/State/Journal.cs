using System.Collections;

namespace LtiMentoring.SampleLms.State;

/// <summary>What happened, in order. Only the latest entries stay, so that a long demo or a benchmark does not fill the memory.</summary>
public sealed class Journal<T> : IEnumerable<T>
{
    const int Kept = 20_000;

    readonly Queue<T> entries = new();
    readonly Lock gate = new();

    public int Count
    {
        get
        {
            lock (gate)
                return entries.Count;
        }
    }

    public void Clear()
    {
        lock (gate)
            entries.Clear();
    }

    internal void Add(T entry)
    {
        lock (gate)
        {
            entries.Enqueue(entry);
            if (entries.Count > Kept)
                entries.Dequeue();
        }
    }

    public IEnumerator<T> GetEnumerator()
    {
        lock (gate)
            return ((IEnumerable<T>)[.. entries]).GetEnumerator();
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
