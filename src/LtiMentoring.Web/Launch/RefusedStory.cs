using System.Globalization;
using System.Text.RegularExpressions;
using LtiMentoring.Lti;
using LtiMentoring.Web.Shared;

namespace LtiMentoring.Web.Launch;

/// <summary>A refusal as it is told: what happened and what to do for the person, and a sentence for whoever runs the LMS.</summary>
public sealed partial record RefusedStory(string Title, string Lede, IReadOnlyList<string> Steps, string ForOperator)
{
    public static RefusedStory For(RefusedView refused)
    {
        var why = refused.Why;
        var forOperator = LaunchWords.ResourceManager.GetString($"Refusal{why}", CultureInfo.CurrentUICulture) ?? throw new InvalidOperationException($"{why} has no sentence.");
        string[] again = [SharedWords.StepReload, SharedWords.StepChooseAgain];
        string[] tell = [LaunchWords.StepNothingToDo, LaunchWords.StepTell];
        return why switch
        {
            Refusal.OtherBrowser when refused.KeepsNothing =>
                new(LaunchWords.KeepsNothingTitle, LaunchWords.KeepsNothingLede, [LaunchWords.StepAllowCookies, LaunchWords.StepOtherBrowser, SharedWords.StepChooseAgain], forOperator),
            Refusal.StateExpired or Refusal.TokenExpired => new(LaunchWords.WaitedTitle, LaunchWords.WaitedLede, again, forOperator),
            Refusal.StateMissing or Refusal.StateAltered or Refusal.OtherBrowser or Refusal.NonceMismatch =>
                new(LaunchWords.ElsewhereTitle, LaunchWords.ElsewhereLede, again, forOperator),
            Refusal.NonceUsed => new(LaunchWords.UsedTitle, LaunchWords.UsedLede, again, forOperator),
            Refusal.DeploymentUnknown => new(LaunchWords.PendingTitle, LaunchWords.PendingLede, tell, forOperator),
            Refusal.StaffOnly => new(LaunchWords.StaffOnlyTitle, LaunchWords.StaffOnlyLede, again, forOperator),
            Refusal.PlatformDisabled => new(LaunchWords.OffTitle, LaunchWords.OffLede, tell, forOperator),
            Refusal.PlatformUnknown or Refusal.PlatformAmbiguous =>
                new(LaunchWords.NotConnectedTitle, LaunchWords.NotConnectedLede, tell, forOperator),
            Refusal.KeysUnreachable or Refusal.PlatformAnsweredError => new(LaunchWords.AwayTitle, LaunchWords.AwayLede, [LaunchWords.StepWait, .. again], forOperator),
            _ => new(LaunchWords.GarbledTitle, LaunchWords.GarbledLede, again, forOperator),
        };
    }

    /// <summary>The name in words: "state expired" for StateExpired.</summary>
    public static string Spoken(Refusal why) => Capital().Replace(why.ToString(), " $0").Trim().ToLowerInvariant();

    [GeneratedRegex("[A-Z]")]
    private static partial Regex Capital();
}
