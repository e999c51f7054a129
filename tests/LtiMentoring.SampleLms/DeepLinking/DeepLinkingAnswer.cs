using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace LtiMentoring.SampleLms.DeepLinking;

/// <summary>What a tool answered to a deep linking request.</summary>
/// <param name="Claims">Null when the answer could not be read as a JWT.</param>
/// <param name="Rule">The rule that it broke; null when it was accepted.</param>
/// <param name="Links">The ids of the links that were made of it.</param>
public sealed record DeepLinkingAnswer(string Request, JsonObject? Claims, string? Rule, ImmutableArray<string> Links, DateTimeOffset At);

sealed class BrokenRuleException(string rule) : Exception(rule)
{
    public static void Unless([System.Diagnostics.CodeAnalysis.DoesNotReturnIf(false)] bool kept, string rule)
    {
        if (!kept)
            throw new BrokenRuleException(rule);
    }
}
