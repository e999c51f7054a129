using LtiMentoring.Lti.Services;
using LtiMentoring.Web.Storage;

namespace LtiMentoring.Web.PassBack;

/// <summary>What an LMS's answer means for a receipt, with the LMS's own words.</summary>
/// <param name="State">Where the receipt goes.</param>
/// <param name="RetryAfter">For a receipt that stays pending: how long the LMS asks to wait.</param>
sealed record Outcome(ReceiptState State, string Words, TimeSpan? RetryAfter = null)
{
    public static Outcome Of(Answer answer) => new(StateAfter(answer), answer.Words, answer.RetryAfter);

    /// <summary>
    /// Whether the LMS refused a score because it holds one that is as late or later: with 409, as the specification has it
    /// (AGS 2.0, section 3.4.9), or with 400 and a word about the timestamp, as Canvas and Open edX do.
    /// </summary>
    public static bool IsAboutTime(Answer answer) =>
        answer.Status == 409 || answer.Status == 400 && answer.Words.Contains("timestamp", StringComparison.OrdinalIgnoreCase);

    static ReceiptState StateAfter(Answer answer) => answer.Status switch
    {
        // Without a token nothing was refused yet. Moodle says 400 even when it only failed to fetch this tool's keys.
        _ when answer.IsAboutToken => ReceiptState.Pending,
        >= 200 and < 300 => ReceiptState.Accepted,
        // No answer, a server in trouble, too many requests, or a token that even a fresh one did not cure.
        0 or 401 or 408 or 425 or 429 or >= 500 => ReceiptState.Pending,
        // Canvas says that it is asked too often by 403, in some places.
        403 when answer.Words.Contains("rate limit exceeded", StringComparison.OrdinalIgnoreCase) => ReceiptState.Pending,
        404 or 410 => ReceiptState.WaitsForLaunch,
        _ => ReceiptState.NeedsPerson,
    };
}
