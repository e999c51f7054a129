using static LtiMentoring.Training.Tests.Curriculum.CourseFiles;

namespace LtiMentoring.Training.Tests.Author;

public sealed class FillWordsTests : Advised
{
    [Theory]
    [InlineData("{district} is waiting.", true)]
    [InlineData("Wait. {district} is waiting.", true)]
    [InlineData("Wait for {district}.", false)]
    public void A_fill_word_never_begins_a_sentence(string words, bool advised)
    {
        Files.Replace(ModuleFile, "Somebody in {district} is waiting.", words);
        Assert.Equal(advised, Paths("fill-first").Contains("01-first/welcome.text"));
    }
}
