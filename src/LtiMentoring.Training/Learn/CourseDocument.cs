using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace LtiMentoring.Training.Learn;

/// <summary>A course as one JSON document. Keep it as text: a store that sorts keys forgets which language is the base.</summary>
public static class CourseDocument
{
    static readonly JsonSerializerOptions options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        // The document is stored, never put into a page as it is: an accent stays one letter.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Write(Course course) => JsonSerializer.Serialize(course, options);

    public static Course Read(string document) =>
        JsonSerializer.Deserialize<Course>(document, options) ?? throw new JsonException("The document holds no course.");
}
