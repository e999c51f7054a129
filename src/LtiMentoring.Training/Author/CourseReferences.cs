using LtiMentoring.Training.Learn;

namespace LtiMentoring.Training.Author;

// What modules and lessons name must be there.
static class CourseReferences
{
    public static IEnumerable<Finding> Of(Course course)
    {
        if (course.Modules.Count == 0) yield return Finding.Error("no-module", "course.modules", course.Language, "A course needs at least one module.");
        foreach (var (index, module) in course.Modules.Index())
        {
            var earlier = course.Modules.Take(index).Select(m => m.Id).ToHashSet();
            foreach (var need in module.Needs.Where(need => !earlier.Contains(need)))
                yield return Finding.Error("unknown-module", $"{module.Id}.needs/{need}", course.Language, $"No earlier module is called \"{need}\".");
            // Otherwise the module would be complete for everybody from the first day.
            if (module.Lessons.All(lesson => lesson.Optional))
                yield return Finding.Error("nothing-required", module.Id, course.Language, "A module needs at least one lesson that is not optional.");
            foreach (var play in module.Lessons.OfType<RolePlay>().Where(play => course.FindScenario(play.Scenario) is null))
                yield return Finding.Error("unknown-scenario", $"{module.Id}/{play.Id}.scenario", course.Language,
                    play.Scenario.Length == 0 ? "Name the scenario of this role-play." : $"There is no scenario called \"{play.Scenario}\".");
        }
        foreach (var finding in SelfChecks(course))
            yield return finding;
        foreach (var scenario in course.Scenarios)
            foreach (var tag in scenario.Competencies.Where(tag => course.Competencies.All(c => c.Id != tag)))
                yield return Finding.Error("unknown-competency", $"{scenario.Id}.competencies/{tag}", course.Language, $"The course has no competency called \"{tag}\".");
    }

    // Answers can be laid side by side only when the same was asked and the same words were offered.
    static IEnumerable<Finding> SelfChecks(Course course) =>
        from module in course.Modules
        from check in module.Lessons.OfType<SelfCheck>()
        where check.Follows is not null && !(course.Followed(check) is { } earlier && AsksTheSame(earlier, check))
        select Finding.Error("unknown-self-check", $"{module.Id}/{check.Id}.follows", course.Language,
            $"\"{check.Follows}\" is not an earlier self-check (module/lesson) with the same statements and answers.");

    static bool AsksTheSame(SelfCheck earlier, SelfCheck later) =>
        earlier.Statements.Select(statement => statement.Id).SequenceEqual(later.Statements.Select(statement => statement.Id))
        && earlier.Answers.Select(answer => answer.Id).SequenceEqual(later.Answers.Select(answer => answer.Id));
}
