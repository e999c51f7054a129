using LtiMentoring.Training.Learn;
using LtiMentoring.Training.Practice;

namespace LtiMentoring.Training.Author;

// What a scenario names must be there.
static class ScenarioReferences
{
    // Only where these are sound can a conversation be walked.
    public static IEnumerable<Finding> Roads(Course course, Scenario scenario) =>
        Findings(course, scenario, [.. Measures.Of(scenario), .. StateReferences.Of(scenario), .. RoadReferences.Of(scenario)]);

    public static IEnumerable<Finding> Names(Course course, Scenario scenario) =>
        Findings(course, scenario, [.. NameReferences.Of(scenario), .. TagReferences.Of(course, scenario)]);

    static IEnumerable<Finding> Findings(Course course, Scenario scenario, IEnumerable<Wrong> wrong) =>
        wrong.Select(w => Finding.Error(w.Rule, scenario.Id + w.Place, course.Language, w.Sentence));
}

// A reference that leads nowhere, at a place inside its scenario.
sealed record Wrong(string Rule, string Place, string Sentence)
{
    public static string NoScene(string id) => id.Length == 0 ? "Name a scene." : $"There is no scene called \"{id}\".";
}
