using System.Globalization;
using System.Text.Json;

using LtiMentoring.SampleLms.District;
using LtiMentoring.SampleLms.Grades;

namespace LtiMentoring.SampleLms.DeepLinking;

/// <summary>The items of a deep linking response and their rules. No items means that the person chose nothing.</summary>
static class ContentItems
{
    /// <exception cref="BrokenRuleException">Names the rule.</exception>
    public static JsonElement[] Read(DeepLinkingRequest request, ToolRegistration tool, JsonElement claims)
    {
        if (!claims.TryGetProperty("https://purl.imsglobal.org/spec/lti-dl/claim/content_items", out var list))
            return [];
        BrokenRuleException.Unless(list.ValueKind == JsonValueKind.Array, "content_items must be an array.");
        var items = list.EnumerateArray().ToArray();
        BrokenRuleException.Unless(items.Length <= 1 || request.TakesSeveral, "accept_multiple allows one item at most.");
        foreach (var item in items)
        {
            BrokenRuleException.Unless(item.ValueKind == JsonValueKind.Object, "An item must be an object.");
            BrokenRuleException.Unless(item.Text("type") is { } type && request.Types.Contains(type), "An item's type must be one of accept_types.");
            foreach (var name in (string[])["title", "text", "url"])
                BrokenRuleException.Unless(item.Lacks(name) || item.Text(name) is not null, $"An item's {name} must be text.");
            if (item.Text("type") == "ltiResourceLink")
                CheckLink(request, tool, item);
        }

        return items;
    }

    static void CheckLink(DeepLinkingRequest request, ToolRegistration tool, JsonElement item)
    {
        BrokenRuleException.Unless(item.Text("url") is not { } url || IsAtTool(tool, url), "A link's url must lead to the tool.");
        BrokenRuleException.Unless(item.Lacks("custom") || IsTexts(item.GetProperty("custom")), "custom must be an object of texts.");
        foreach (var (part, times) in new[] { ("available", (string[])["startDateTime", "endDateTime"]), ("submission", ["startDateTime", "endDateTime"]) })
            BrokenRuleException.Unless(item.Lacks(part) || (IsObject(item.GetProperty(part)) && times.All(time => IsTime(item.GetProperty(part), time))),
                $"{part} must hold ISO 8601 times.");
        foreach (var part in (string[])["iframe", "window", "icon", "thumbnail"])
            BrokenRuleException.Unless(item.Lacks(part) || IsObject(item.GetProperty(part)), $"{part} must be an object.");
        if (item.Lacks("lineItem"))
            return;

        BrokenRuleException.Unless(request.TakesLineItems, "accept_lineitem allows no lineItem.");
        var lineItem = item.GetProperty("lineItem");
        BrokenRuleException.Unless(IsObject(lineItem) && lineItem.Number("scoreMaximum") > 0, "lineItem's scoreMaximum must be a number above 0.");
        foreach (var name in (string[])["label", "resourceId", "tag"])
            BrokenRuleException.Unless(lineItem.Lacks(name) || lineItem.Text(name) is not null, $"lineItem's {name} must be text.");
    }

    static bool IsAtTool(ToolRegistration tool, string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https"
        && tool.Origins.Contains(url.GetLeftPart(UriPartial.Authority));

    static bool IsObject(JsonElement json) => json.ValueKind == JsonValueKind.Object;

    static bool IsTexts(JsonElement json) => IsObject(json) && json.EnumerateObject().All(pair => pair.Value.ValueKind == JsonValueKind.String);

    static bool IsTime(JsonElement json, string name) => json.Lacks(name)
        || (json.Text(name) is { } text && text.Contains('T', StringComparison.Ordinal)
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out _));
}
