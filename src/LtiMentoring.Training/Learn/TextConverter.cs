using System.Text.Json;
using System.Text.Json.Serialization;

namespace LtiMentoring.Training.Learn;

// {"en":"…","es":"…"}: the order says which language is the base, so it is kept.
sealed class TextConverter : JsonConverter<Text>
{
    public override Text Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject) throw new JsonException("A text is an object with a language for each key.");
        var text = Text.None;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var language = reader.GetString()!;
            reader.Read();
            if (reader.TokenType != JsonTokenType.String) throw new JsonException("The words of a text are a string.");
            text = text.With(language, reader.GetString()!);
        }
        return text;
    }

    public override void Write(Utf8JsonWriter writer, Text value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach (var wording in value.Wordings) writer.WriteString(wording.Language, wording.Words);
        writer.WriteEndObject();
    }
}
