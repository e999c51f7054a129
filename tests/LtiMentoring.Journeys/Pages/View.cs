using LtiMentoring.Journeys.Browsers;

namespace LtiMentoring.Journeys.Pages;

/// <summary>A page in one of its states, and how somebody comes to see it.</summary>
public sealed record View(string Page, string Name, Func<Cast, Task<Seat>> ReachAsync);
