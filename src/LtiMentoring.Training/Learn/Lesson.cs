using System.Text.Json.Serialization;

namespace LtiMentoring.Training.Learn;

/// <summary>One step of a module. Each kind below adds what only it has; CompletionRule says when each is done.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Reading), "page")]
[JsonDerivedType(typeof(Document), "document")]
[JsonDerivedType(typeof(Video), "video")]
[JsonDerivedType(typeof(RolePlay), "role-play")]
[JsonDerivedType(typeof(Reflection), "reflection")]
[JsonDerivedType(typeof(Agreement), "agreement")]
[JsonDerivedType(typeof(GoalSheet), "goal")]
[JsonDerivedType(typeof(Comparator), "comparator")]
[JsonDerivedType(typeof(SelfCheck), "self-check")]
[JsonDerivedType(typeof(Survey), "survey")]
[JsonDerivedType(typeof(CheckIns), "check-ins")]
[JsonDerivedType(typeof(LiveSession), "live-session")]
public abstract record Lesson(string Id, Text Title, int Minutes, Text? Text, bool Optional) : Entry(Id);

/// <summary>A page to read. A reference is one to keep at hand: it also stands in the library.</summary>
public sealed record Reading(
    string Id, Text Title, int Minutes, Text? Text = null, bool Optional = false, Text? Acknowledge = null, bool Reference = false)
    : Lesson(Id, Title, Minutes, Text, Optional);

public sealed record Document(
    string Id, Text Title, int Minutes, string File, Text? Text = null, bool Optional = false)
    : Lesson(Id, Title, Minutes, Text, Optional);

public sealed record Video(
    string Id, Text Title, int Minutes, Media Media, Text? Text = null, bool Optional = false)
    : Lesson(Id, Title, Minutes, Text, Optional);

public sealed record RolePlay(
    string Id, Text Title, int Minutes, string Scenario, Text? Text = null, bool Optional = false)
    : Lesson(Id, Title, Minutes, Text, Optional);

public sealed record Reflection(
    string Id, Text Title, int Minutes, IReadOnlyList<Prompt> Prompts, Text? Text = null, bool Optional = false)
    : Lesson(Id, Title, Minutes, Text, Optional);
