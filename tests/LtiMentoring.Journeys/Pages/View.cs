using LtiMentoring.Journeys.Browsers;

namespace LtiMentoring.Journeys.Pages;

/// <summary>A page in one of its states, and how somebody comes to see it.</summary>
/// <param name="OfKinds">Whether it is seen in the small course with a lesson of each kind.</param>
public sealed record View(string Page, string Name, Func<Cast, Task<Seat>> ReachAsync, bool OfKinds = false);
