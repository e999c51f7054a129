using System.Text.Json.Serialization;

namespace LtiMentoring.Training.Learn;

/// <summary>Several answers to one sentence, side by side: a row for each item, a column for each aspect.</summary>
public sealed record Comparator(
    string Id, Text Title, int Minutes, IReadOnlyList<Aspect> Aspects, IReadOnlyList<Compared> Items, Text? Ask = null,
    Text? Text = null, bool Optional = false)
    : Lesson(Id, Title, Minutes, Text, Optional);

public sealed record Aspect(string Id, Text Title) : Entry(Id);

/// <summary>One row. Its cells are found by the id of their aspect; a mark sets the row apart ("Your role here").</summary>
public sealed record Compared(
    string Id, Text Title, [property: JsonConverter(typeof(TextsById))] IReadOnlyDictionary<string, Text> Cells, Text? Mark = null)
    : Entry(Id);
