namespace LtiMentoring.Training.Learn;

/// <summary>The files that a course shows or hands out.</summary>
public static class CourseMedia
{
    public static IEnumerable<string> FilesOf(Course course) =>
    [
        .. course.Modules.SelectMany(module => module.Lessons).SelectMany(FilesOf),
        .. from scenario in course.Scenarios
           from scene in scenario.Scenes
           from media in scene.Media.Concat(scene.Instead.SelectMany(variant => variant.Media ?? []))
           from file in FilesOf(media)
           select file,
    ];

    static IEnumerable<string> FilesOf(Lesson lesson) => lesson switch
    {
        Document document => [document.File],
        Video video => FilesOf(video.Media),
        _ => [],
    };

    static IEnumerable<string> FilesOf(Media media) => [media.File, .. media.Captions.Select(caption => caption.File)];
}
