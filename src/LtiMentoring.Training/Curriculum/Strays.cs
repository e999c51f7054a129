using LtiMentoring.Training.Learn;

namespace LtiMentoring.Training.Curriculum;

// Files that no other file asks for. One of them is usually a misspelled name, and then a page of the course is missing.
sealed class Strays(Manuscript manuscript, Course course)
{
    public void Report()
    {
        foreach (var name in manuscript.Unlisted.Where(Belongs)) manuscript.Errata.Add(name, 1, Reason(name));
    }

    // Other files may lie beside a course: a page for its writers, say.
    static bool Belongs(string name) => IsYaml(name) || name.StartsWith("media/", StringComparison.Ordinal) || name.StartsWith("library/", StringComparison.Ordinal);

    static bool IsYaml(string name) => Path.GetExtension(name).ToUpperInvariant() is ".YAML" or ".YML";

    string Reason(string name)
    {
        var language = Path.GetExtension(Path.GetFileNameWithoutExtension(name)).TrimStart('.');
        if (IsYaml(name) && language.Length > 0 && !course.Languages.Contains(language)) return $"course.yaml does not list the language \"{language}\".";
        return name.Split('/')[0] switch
        {
            "modules" => "course.yaml does not list this module.",
            "scenarios" => "No role-play lesson uses this scenario.",
            _ => "Nothing in the course uses this file.",
        };
    }
}
