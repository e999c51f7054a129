using LtiMentoring.Training.Learn;

namespace LtiMentoring.Training.Author;

// Whoever cannot see a picture or hear a film gets the same conversation.
static class MissingMedia
{
    public static IEnumerable<Finding> Of(Course course) =>
        from shown in All(course)
        from missing in Missing(shown.Media, course.Language)
        select Finding.Error("missing-alternative", shown.Path + missing.Place, course.Language, missing.Sentence);

    static IEnumerable<(string Place, string Sentence)> Missing(Media media, string language)
    {
        if (media.IsPicture && media.Alt is null) yield return (".alt", "Say in \"alt\" what matters in this picture. An empty alt: \"\" says that it is decoration.");
        if (!media.IsFilm && !media.IsSound) yield break;
        if (media.Captions.All(caption => caption.Language != language)) yield return (".captions", $"This needs captions in the language \"{language}\".");
        if (media.Transcript is not { IsBlank: false }) yield return (".transcript", "This needs a transcript.");
    }

    static IEnumerable<(string Path, Media Media)> All(Course course) =>
    [
        .. course.Modules.SelectMany(module => module.Lessons.OfType<Video>().Select(video => ($"{module.Id}/{video.Id}.media", video.Media))),
        .. from scenario in course.Scenarios
           from scene in scenario.Scenes
           from shown in Of($"{scenario.Id}/{scene.Id}", scene.Media)
               .Concat(scene.Instead.SelectMany(variant => Of($"{scenario.Id}/{scene.Id}.instead/{variant.Id}", variant.Media ?? [])))
           select shown,
    ];

    static IEnumerable<(string Path, Media Media)> Of(string path, IReadOnlyList<Media> media) =>
        media.Select((one, index) => ($"{path}.media/{index + 1}", one));
}
