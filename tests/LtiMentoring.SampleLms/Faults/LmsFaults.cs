using LtiMentoring.SampleLms.Requests;

namespace LtiMentoring.SampleLms.Faults;

/// <summary>The faults that wait, in a row per service. Each request meets the first of its row, so "503, 503, then 429" is three calls.</summary>
public sealed class LmsFaults
{
    readonly Lock gate = new();
    readonly List<(LmsService Service, Fault Fault, int? Left)> waiting = [];

    /// <summary>For the next requests to this service.</summary>
    public void Next(LmsService service, Fault fault, int requests = 1)
    {
        lock (gate)
            waiting.Add((service, fault, requests));
    }

    public void UntilCleared(LmsService service, Fault fault)
    {
        lock (gate)
            waiting.Add((service, fault, null));
    }

    public void Clear()
    {
        lock (gate)
            waiting.Clear();
    }

    public void Clear(LmsService service)
    {
        lock (gate)
            waiting.RemoveAll(entry => entry.Service == service);
    }

    internal Fault? Take(LmsService service)
    {
        lock (gate)
        {
            var first = waiting.FindIndex(entry => entry.Service == service);
            if (first < 0)
                return null;
            var (_, fault, left) = waiting[first];
            if (left is 1)
                waiting.RemoveAt(first);
            else if (left is { } more)
                waiting[first] = (service, fault, more - 1);
            return fault;
        }
    }
}
