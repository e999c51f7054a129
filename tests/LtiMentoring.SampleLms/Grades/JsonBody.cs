using System.Text.Json;

namespace LtiMentoring.SampleLms.Grades;

static class JsonBody
{
    /// <returns>The JSON object in the request's body, or null when there is none.</returns>
    public static async Task<JsonElement?> Read(HttpRequest request)
    {
        try
        {
            using var json = await JsonDocument.ParseAsync(request.Body, cancellationToken: request.HttpContext.RequestAborted);
            return json.RootElement.ValueKind == JsonValueKind.Object ? json.RootElement.Clone() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public static string? Text(this JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    /// <summary>Numbers a gradebook can hold; larger ones would overflow when they are rescaled.</summary>
    public static decimal? Number(this JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number
        && value.TryGetDecimal(out var number) && Math.Abs(number) <= 1_000_000_000 ? decimal.Round(number, 9) : null;

    /// <summary>Absent and null mean the same here; anything of another kind is a mistake.</summary>
    public static bool Lacks(this JsonElement json, string name) =>
        !json.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null;
}
