using LtiMentoring.Training.Learn;

namespace LtiMentoring.Training.Curriculum;

/// <summary>A course as a folder of YAML files, written as FORMAT.md says.</summary>
public static class CourseFolder
{
    /// <summary>Reads the course and checks it.</summary>
    /// <exception cref="CourseBrokenException">Something in it is broken; nothing else is ever thrown.</exception>
    public static Course Read(string directory)
    {
        var manuscript = new Manuscript(directory);
        var course = new CourseReader(manuscript).Read();
        foreach (var block in manuscript.Blocks) block.Close();
        if (course is not null && !manuscript.HasGaps) new Strays(manuscript, course).Report();
        return course is not null && manuscript.Errata.Count == 0 ? course : throw new CourseBrokenException(manuscript.Errata.Sorted);
    }
}
