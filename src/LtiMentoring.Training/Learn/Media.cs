namespace LtiMentoring.Training.Learn;

/// <summary>A picture, film or sound of the course. An alt without words says that a picture is decoration.</summary>
public sealed record Media(
    string File,
    IReadOnlyList<Caption> Captions,
    Text? Alt = null,
    Text? Transcript = null)
{
    static readonly string[] pictures = [".jpg", ".jpeg", ".png", ".webp", ".gif", ".svg"];
    static readonly string[] films = [".mp4", ".webm"];
    static readonly string[] sounds = [".mp3", ".m4a", ".ogg"];

    public bool IsPicture => Ends(pictures);
    public bool IsFilm => Ends(films);
    public bool IsSound => Ends(sounds);

    public static IReadOnlyList<string> Endings { get; } = [.. pictures, .. films, .. sounds];

    bool Ends(string[] endings) => endings.Contains(Path.GetExtension(File));
}

public sealed record Caption(string Language, string File);
