using System.Text.Json;
using System.Text.Json.Serialization;

namespace LtiMentoring.Training.Learn;

// Writes the ids in alphabetical order: the same course must give the same bytes, however its dictionary was filled.
sealed class TextsById : JsonConverter<IReadOnlyDictionary<string, Text>>
{
    public override IReadOnlyDictionary<string, Text> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        JsonSerializer.Deserialize<Dictionary<string, Text>>(ref reader, options) ?? [];

    public override void Write(Utf8JsonWriter writer, IReadOnlyDictionary<string, Text> value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach (var (id, text) in value.OrderBy(entry => entry.Key, StringComparer.Ordinal))
        {
            writer.WritePropertyName(id);
            JsonSerializer.Serialize(writer, text, options);
        }
        writer.WriteEndObject();
    }
}
