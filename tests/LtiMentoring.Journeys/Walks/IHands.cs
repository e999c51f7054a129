using Microsoft.Playwright;

namespace LtiMentoring.Journeys.Walks;

/// <summary>How somebody works a page: with a mouse, or with keys alone.</summary>
public interface IHands
{
    Task PressAsync(ILocator target);

    Task CheckAsync(ILocator box);

    Task WriteAsync(ILocator field, string words);
}
