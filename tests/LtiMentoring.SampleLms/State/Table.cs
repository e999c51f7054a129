using System.Collections;

namespace LtiMentoring.SampleLms.State;

/// <summary>Rows by id, in the order they were put. All tables of an LMS share one lock, so a rule may read several and write one.</summary>
public sealed class Table<T> : IEnumerable<T> where T : class
{
    readonly OrderedDictionary<string, T> rows = new(StringComparer.Ordinal);
    readonly Lock gate;
    readonly Func<T, string> id;
    readonly Action changed;

    internal Table(Lock gate, Func<T, string> id, Action? changed = null)
    {
        this.gate = gate;
        this.id = id;
        this.changed = changed ?? (() => { });
    }

    public int Count
    {
        get
        {
            lock (gate)
                return rows.Count;
        }
    }

    public T this[string key] => Find(key) ?? throw new KeyNotFoundException($"There is no {typeof(T).Name} {key}.");

    public T? Find(string key)
    {
        lock (gate)
            return rows.GetValueOrDefault(key);
    }

    /// <summary>Adds the row, or replaces the one with the same id.</summary>
    public T Put(T row)
    {
        lock (gate)
        {
            rows[id(row)] = row;
            changed();
        }

        return row;
    }

    /// <summary>Puts the row in the place of the first one, whatever that was.</summary>
    internal T PutFirst(T row)
    {
        lock (gate)
        {
            if (rows.Count > 0)
                rows.RemoveAt(0);
            rows.Remove(id(row));
            rows.Insert(0, id(row), row);
            changed();
        }

        return row;
    }

    public T Change(string key, Func<T, T> change)
    {
        lock (gate)
            return Put(change(this[key]));
    }

    public bool Remove(string key)
    {
        lock (gate)
        {
            var removed = rows.Remove(key);
            if (removed)
                changed();
            return removed;
        }
    }

    public void RemoveAll(Predicate<T> match)
    {
        lock (gate)
        {
            foreach (var row in rows.Values.Where(row => match(row)).ToList())
                rows.Remove(id(row));
            changed();
        }
    }

    public IEnumerator<T> GetEnumerator()
    {
        lock (gate)
            return ((IEnumerable<T>)[.. rows.Values]).GetEnumerator();
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
