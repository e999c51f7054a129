using System.Collections.Immutable;

using LtiMentoring.SampleLms.Groups;

namespace LtiMentoring.SampleLms.District;

public sealed record LmsCourse(string Id, string Label, string Title)
{
    public string SourcedId { get; init; } = Label;

    /// <summary>Who is enrolled, by sub, and as what.</summary>
    public ImmutableSortedDictionary<string, ImmutableArray<string>> Members { get; init; } =
        ImmutableSortedDictionary.Create<string, ImmutableArray<string>>(StringComparer.Ordinal);

    public ImmutableArray<LmsGroup> Groups { get; init; } = [];

    /// <summary>The courses that this one was copied from, the nearest first.</summary>
    public ImmutableArray<string> History { get; init; } = [];

    public bool Has(string sub) => Members.ContainsKey(sub);

    public bool HasStaff(string sub) => Has(sub) && !HasLearner(sub);

    public bool HasLearner(string sub) =>
        Members.TryGetValue(sub, out var roles) && roles.Contains(District.Roles.Learner);
}
