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

    /// <summary>Whether the pages of the course are reached from here.</summary>
    public bool IsForCourse => open is { Row.Purpose: SessionPurpose.Course };

    public Guid DistrictId => Open.District.Id;
    public Guid PersonId => Open.Person.Id;

    /// <summary>Staff, and whoever came without a name, see the course as a mentor does; nothing of it is recorded or sent.</summary>
    public bool IsPreview => Open.Row.Role != Role.Mentor || Open.Person.IsNobody;

    /// <summary>The language of the course and of the screen, without a region.</summary>
    public string Language => Languages.WithoutRegion(Open.Row.Language);
}

/// <summary>A session with the rows that nearly every page needs.</summary>
public sealed record OpenSession(StoredSession Row, Person Person, District District, PlacedLink? Placed, string FrameOrigins)
{
    /// <exception cref="InvalidOperationException">The launch was for something else than the course; no page of the course is reached.</exception>
    public PlacedLink Link => Placed ?? throw new InvalidOperationException("This session has no placed link.");
}
