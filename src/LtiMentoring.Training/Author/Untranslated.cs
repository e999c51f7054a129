using LtiMentoring.Training.Learn;

namespace LtiMentoring.Training.Author;

// What is missing in another language appears in the base language; what was made from an older revision may say something else.
static class Untranslated
{
    public static IEnumerable<Finding> Of(Course course) =>
        from language in course.Languages
        where language != course.Language
        from part in Parts(course)
        from finding in Missing(part, language).Concat(Outdated(part, language))
        select finding;

    static IEnumerable<Finding> Missing(Translated part, string language)
    {
        var texts = part.Passages.Where(passage => passage.Part != Part.Untranslated && !passage.Text.IsBlank).ToList();
        var missing = texts.Where(passage => !passage.Text.Has(language)).ToList();
        if (missing.Count > 0 && missing.Count == texts.Count) return [Finding.Advice("untranslated", part.Path, language, $"None of this is translated into \"{language}\".")];
        return missing.Select(passage => Finding.Advice("untranslated", passage.Path, language, $"This is not translated into \"{language}\"."));
    }

    static IEnumerable<Finding> Outdated(Translated part, string language) =>
        from translation in part.Translations
        where translation.Language == language && translation.Revision != part.Revision
        select Finding.Advice("outdated-translation", part.Path, language, $"This translation was made from revision {translation.Revision}; the base is at {part.Revision}.");

    static IEnumerable<Translated> Parts(Course course) =>
    [
        new("course", course.Revision, course.Translations, CoursePassages.Of(course)),
        .. course.Modules.Select(module => new Translated(module.Id, module.Revision, module.Translations, ModulePassages.Of(module))),
        .. course.Scenarios.Select(scenario => new Translated(scenario.Id, scenario.Revision, scenario.Translations, ScenarioPassages.Of(scenario))),
    ];

    sealed record Translated(string Path, int Revision, IReadOnlyList<Translation> Translations, IReadOnlyList<Passage> Passages);
}
