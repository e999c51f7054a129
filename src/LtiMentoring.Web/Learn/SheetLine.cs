using LtiMentoring.Training.Learn;
using LtiMentoring.Web.Storage;

namespace LtiMentoring.Web.Learn;

/// <summary>A line of a kept sheet: a clause as the course words it, or what was written, perhaps under its question.</summary>
public sealed record SheetLine(Text? Question, Text? Clause, string? Words)
{
    /// <summary>The lines that stand on it; one that was emptied does not.</summary>
    public static IEnumerable<SheetLine> Of(Lesson lesson, Sheet sheet) => All(lesson, sheet.Words).Where(line => line.Words != "");

    static IEnumerable<SheetLine> All(Lesson lesson, IReadOnlyDictionary<string, string> words) => lesson switch
    {
        Agreement agreement => agreement.Clauses.Select(clause => words.TryGetValue(clause.Id, out var own)
            ? new SheetLine(null, null, own) : new SheetLine(null, clause.Text, null)),
        GoalSheet goal => goal.Fields.Select(field => new SheetLine(field.Prompt, null, words.GetValueOrDefault(field.Id, ""))),
        _ => [],
    };
}
