namespace LtiMentoring.SampleLms.District;

/// <summary>Where LMSs differ and all of them pass for LTI.</summary>
public sealed class Quirks
{
    /// <summary>Answer as Moodle 4.5 does: see each use.</summary>
    public bool Moodle { get; set; }

    /// <summary>Send <c>Learner</c> instead of the full role URI in the launch.</summary>
    public bool ShortRoles { get; set; }

    /// <summary>Tell in the launch which links this one was copied from, as Brightspace does, whether the tool asked or not.</summary>
    public bool BrightspaceHistory { get; set; }

    /// <summary>A copied link keeps its title, and neither what it stands for nor what it was copied from.</summary>
    public bool CopiesForget { get; set; }

    /// <summary>The answer to a score for somebody who cannot be graded here; Moodle always says 400.</summary>
    public int NotGradableStatus { get; set; } = StatusCodes.Status422UnprocessableEntity;

    /// <summary>How finely score timestamps are kept and compared; Moodle keeps whole seconds.</summary>
    public TimeSpan TimestampPrecision { get; set; } = TimeSpan.FromMilliseconds(1);

    /// <summary>The most that a page of line items, results or members holds, even when no limit was asked for.</summary>
    public int? PageSize { get; set; }

    internal DateTimeOffset Kept(DateTimeOffset timestamp)
    {
        var precision = Moodle ? TimeSpan.FromSeconds(1) : TimestampPrecision;
        return new DateTimeOffset(timestamp.UtcTicks - (timestamp.UtcTicks % precision.Ticks), TimeSpan.Zero);
    }
}
