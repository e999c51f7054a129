using LtiMentoring.Training.Author;
using LtiMentoring.Training.Learn;

namespace LtiMentoring.Training.Curriculum;

/// <summary>A course as a folder of YAML files, written as FORMAT.md says.</summary>
public static class CourseFolder
{
    // What could not be read has been reported. That it is also missing would say it twice.
    static readonly string[] consequences = ["no-module", "unknown-module", "unknown-scenario"];

    /// <summary>Reads the course and checks it.</summary>
    /// <exception cref="CourseBrokenException">Something in it is broken; nothing else is ever thrown.</exception>
    public static Course Read(string directory)
    {
        var manuscript = new Manuscript(directory);
        var course = new CourseReader(manuscript).Read();
        foreach (var block in manuscript.Blocks) block.Close();
        if (course is not null) Check(manuscript, course);
        return course is not null && manuscript.Errata.Count == 0 ? course : throw new CourseBrokenException(manuscript.Errata.Sorted);
    }

    static void Check(Manuscript manuscript, Course course)
    {
        if (!manuscript.HasGaps) new Strays(manuscript, course).Report();
        var findings = CourseCheck.Errors(course).Where(finding => !manuscript.HasGaps || !consequences.Contains(finding.Rule));
        foreach (var finding in findings) manuscript.Report(finding.Path, finding.Language, finding.Sentence);
    }
}
