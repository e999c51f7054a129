namespace LtiMentoring.Lti.Services;

/// <summary>What a platform answered, or that it did not.</summary>
/// <param name="Status">The HTTP status; 0 when no answer came.</param>
/// <param name="Reason">The reason phrase; Moodle puts its explanation there. Without an answer: what happened instead.</param>
/// <param name="Body">The body, read as UTF-8.</param>
/// <param name="RetryAfter">How long the platform asks to be left alone.</param>
public sealed record Answer(int Status, string Reason, string Body, TimeSpan? RetryAfter)
{
    /// <summary>Whether this answered the request for an access token: the platform never saw what was to be sent.</summary>
    public bool IsAboutToken { get; init; }

    const int LongestWords = 500;

    /// <summary>No answer: the network, the time limit or the size limit.</summary>
    public static Answer None(string why) => new(0, why, "", null);

    /// <summary>Whether the platform did what it was asked.</summary>
    public bool Succeeded => Status is >= 200 and < 300;

    /// <summary>The platform's own words, short enough to keep and to show.</summary>
    public string Words
    {
        get
        {
            var words = Status == 0 ? Reason : $"{Status} {Reason}: {Body}".TrimEnd(':', ' ', '\n', '\r');
            var line = new string([.. words.Take(LongestWords).Select(letter => char.IsControl(letter) || char.IsSurrogate(letter) ? ' ' : letter)]);
            return line.Trim();
        }
    }
}
