using System.Text;
using LtiMentoring.Training.Learn;
using LtiMentoring.Training.Practice;
using LtiMentoring.Web.Storage;
using Microsoft.AspNetCore.WebUtilities;

namespace LtiMentoring.Web.Practice;

/// <summary>
/// Runs of a preview. Nothing is recorded: the steps stand in the address, a letter each. A rewind only makes the address
/// shorter.
/// </summary>
sealed class PreviewRuns(Courses courses) : IRuns
{
    const char WentOn = '-';
    const string Letters = "0123456789abcdefghijklmnopqrstuvwxyz";
    const int MostSteps = 400;

    public async Task<Run?> FindAsync(string key, CancellationToken cancel) =>
        Unpack(key) is [var module, var lesson, var path] && path.Length <= MostSteps
            ? Open(await courses.CurrentAsync(cancel), module, lesson, path)
            : null;

    public Task<Run?> LatestAsync(Course course, string moduleId, string lessonId, CancellationToken cancel) => Task.FromResult<Run?>(null);

    public Task<Run?> LatestAsync(CancellationToken cancel) => Task.FromResult<Run?>(null);

    public Task<string> StartAsync(
        PublishedCourse published, string moduleId, RolePlay lesson, IReadOnlyDictionary<string, string> words, CancellationToken cancel) =>
        Task.FromResult(Pack(moduleId, lesson.Id, ""));

    public Task<string> AppendAsync(Run run, Step step, CancellationToken cancel, string own = "")
    {
        var path = Unpack(run.Key)![2];
        var next = step switch
        {
            Said said => path + Letters[run.Scenario.FindScene(said.SceneId)!.Choices.ToList().FindIndex(choice => choice.Id == said.ChoiceId)],
            Rewound rewound => path[..Math.Min(rewound.ToTurn - 1, path.Length)],
            _ => path + WentOn,
        };
        return Task.FromResult(Pack(run.ModuleId, run.Lesson.Id, next));
    }

    public Task<string> BranchAsync(Run run, int turn, CancellationToken cancel) => AppendAsync(run, new Rewound(turn), cancel);

    static Run? Open(PublishedCourse published, string module, string lesson, string path)
    {
        if (published.Course.FindLesson(module, lesson) is not RolePlay rolePlay || published.Course.FindScenario(rolePlay.Scenario) is not { } scenario)
            return null;
        var attempt = new Attempt(scenario, []);
        foreach (var letter in path)
        {
            if (attempt.Now.Scene is not { } scene)
                return null;
            var index = Letters.IndexOf(letter, StringComparison.Ordinal);
            var reply = letter == WentOn ? attempt.GoOn(scene.Id)
                : index >= 0 && scenario.FindScene(scene.Id)!.Choices.ElementAtOrDefault(index) is { } choice ? attempt.Say(scene.Id, choice.Id)
                : null;
            if (reply?.Step is not { } step)
                return null;
            attempt = attempt.With(step);
        }
        return new Run(Pack(module, lesson, path), published, module, rolePlay, scenario, attempt);
    }

    static string Pack(string module, string lesson, string path) => "p" + WebEncoders.Base64UrlEncode(Encoding.ASCII.GetBytes($"{module} {lesson} {path}"));

    static string[]? Unpack(string key)
    {
        try
        {
            return key.StartsWith('p') ? Encoding.ASCII.GetString(WebEncoders.Base64UrlDecode(key[1..])).Split(' ') : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
