using LtiMentoring.Web.Storage;

namespace LtiMentoring.Web.Hosting;

/// <summary>The launch that this request belongs to. Pages that are shown without a session do not ask for it.</summary>
public sealed class CurrentSession
{
    OpenSession? open;

    /// <exception cref="InvalidOperationException">The request has no session: its page should not have been reached.</exception>
    public OpenSession Open
    {
        get => open ?? throw new InvalidOperationException("This request has no session.");
        set => open = value;
    }

    public bool IsOpen => open is not null;

    public Guid DistrictId => Open.District.Id;
    public Guid PersonId => Open.Person.Id;

    /// <summary>Staff see the course as a mentor does, and nothing of it is recorded or sent.</summary>
    public bool IsPreview => Open.Row.Role != Role.Mentor;

    /// <summary>The language of the course and of the screen, without a region.</summary>
    public string Language => Languages.WithoutRegion(Open.Row.Language);
}

/// <summary>A session with the rows that nearly every page needs.</summary>
public sealed record OpenSession(StoredSession Row, Person Person, District District, PlacedLink Link, string FrameOrigins);
