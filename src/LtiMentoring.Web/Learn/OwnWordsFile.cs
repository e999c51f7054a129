using System.Text;
using LtiMentoring.Web.Shared;

namespace LtiMentoring.Web.Learn;

static class OwnWordsFile
{
    /// <summary>Everything that a mentor wrote, as one Markdown file.</summary>
    public static void MapOwnWords(this WebApplication app) =>
        app.MapGet("/mine.md", async (OwnWords own, CourseDesk desk, CancellationToken cancel) =>
        {
            var (course, sections) = await own.ReadAsync(cancel);
            return Results.File(Encoding.UTF8.GetBytes(Write(desk.Words.Plain(course, course.Title), sections)), "text/markdown; charset=utf-8", "mine.md");
        });

    public static string Write(string title, IReadOnlyList<OwnSection> sections)
    {
        var text = new StringBuilder("# ").Append(title).Append('\n');
        foreach (var section in sections)
        {
            text.Append("\n## ").Append(OneLine(section.Title)).Append('\n');
            foreach (var answer in section.Answers)
            {
                if (answer.Question is not null)
                    text.Append("\n**").Append(OneLine(answer.Question)).Append("**\n");
                text.Append('\n').Append(answer.Words).Append('\n');
            }
        }
        return text.ToString();
    }

    static string OneLine(string words) => words.ReplaceLineEndings(" ");
}
