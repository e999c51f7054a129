using LtiMentoring.Training.Curriculum;
using LtiMentoring.Training.Learn;

namespace LtiMentoring.Training.Tests.Curriculum;

public class ShippedCourseTests
{
    // Read once: every test class that looks at the shipped course shares it.
    public static Course Course { get; } = CourseFolder.Read(Path.Combine(AppContext.BaseDirectory, "Curriculum"));

    [Fact]
    public void Loads_without_an_error()
    {
        Assert.Equal("peer-mentor-orientation", Course.Id);
        Assert.NotEmpty(Course.Modules);
        Assert.NotEmpty(Course.Scenarios);
    }

    [Fact]
    public void Comes_back_from_its_document_as_it_was()
    {
        var written = CourseDocument.Write(Course);
        Assert.Equal(written, CourseDocument.Write(CourseDocument.Read(written)));
        Assert.Contains("La rueda ruidosa", written);
    }

    [Fact]
    public void Gives_the_same_bytes_each_time_it_is_read() =>
        Assert.Equal(CourseDocument.Write(Course), CourseDocument.Write(CourseFolder.Read(Path.Combine(AppContext.BaseDirectory, "Curriculum"))));
}
