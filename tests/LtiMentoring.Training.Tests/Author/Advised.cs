using LtiMentoring.Training.Author;
using LtiMentoring.Training.Tests.Curriculum;

namespace LtiMentoring.Training.Tests.Author;

// The small course, and what one rule has to say about it.
public abstract class Advised : IDisposable
{
    internal CourseFiles Files { get; } = new();

    public void Dispose()
    {
        Files.Dispose();
        GC.SuppressFinalize(this);
    }

    protected IReadOnlyList<Finding> Findings(string rule)
    {
        var findings = CourseCheck.Advice(Files.Read()).Where(finding => finding.Rule == rule).ToList();
        Assert.All(findings, finding => Assert.Equal(Severity.Advice, finding.Severity));
        return findings;
    }

    protected IEnumerable<string> Paths(string rule) => Findings(rule).Select(finding => finding.Path);

    // So many words that mean nothing and weigh nothing.
    protected static string Words(int count) => string.Join(' ', Enumerable.Repeat("la", count)) + ".";
}
