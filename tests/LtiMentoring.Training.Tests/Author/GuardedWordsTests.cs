using LtiMentoring.Training.Tests.Curriculum;
using static LtiMentoring.Training.Tests.Curriculum.CourseFiles;

namespace LtiMentoring.Training.Tests.Author;

public sealed class GuardedWordsTests : IDisposable
{
    readonly CourseFiles files = new CourseFiles().Write(SpanishFile, SmallCourse.SpanishTalk);

    public void Dispose() => files.Dispose();

    [Theory]
    [InlineData("Theo zips his bag.", "It was a good answer.", "good", -1)]
    [InlineData("Theo leaves his jacket.", "That was the wrong line.", "wrong", -1)]
    [InlineData("Thursday can begin with his page.", "You should ask on Thursday.", "should", -1)]
    [InlineData("title: A page", "title: The best page", "best", 0)]
    [InlineData("Under the files is a night.", "A mistake that many make.", "mistake", -1)]
    [InlineData("What might be under it?", "What went wrong?", "wrong", 0)]
    [InlineData("What would you add now?", "What score would you give?", "score", 0)]
    [InlineData("Below is your path.", "Below are your POINTS.", "POINTS", -1)]
    [InlineData("Thursday, 3:40.", "Unfortunately it is Thursday.", "Unfortunately", -1)]
    [InlineData("Theo zips his bag.", "Theo thinks: well\n          done.", "well done", -1)]
    public void Refuses_a_word_that_weighs(string old, string words, string word, int below)
    {
        files.Replace(TalkFile, old, words);
        files.Refuses(TalkFile, files.LineOf(TalkFile, words.Split('\n')[0]) + below, $"\"{word}\" weighs what somebody did");
    }

    [Theory]
    [InlineData("Could you send it?", "Is it any good?")]
    [InlineData("Say yes.", "That was wrong.")]
    [InlineData("Take mine.", "Mine is better, take it.")]
    [InlineData("He leaves early.", "He leaves early. It was for the best.")]
    [InlineData("Somebody in", "A good somebody in")]
    public void Lets_people_speak_as_they_do(string old, string words) =>
        Assert.NotNull(files.Replace(old == "Somebody in" ? ModuleFile : TalkFile, old, words).Read());

    [Theory]
    [InlineData("Theo writes GOODBYE on the board.")]
    [InlineData("Theo points-and-clicks.")]
    [InlineData("Theo pointed at the door.")]
    public void Knows_whole_words_only(string words) => Assert.NotNull(files.Replace(TalkFile, "Theo zips his bag.", words).Read());

    [Theory]
    [InlineData("El jueves puede empezar con su semana.", "Hay que preguntar el jueves.", "Hay que")]
    [InlineData("El jueves puede empezar con su semana.", "El jueves, sin errores.", "errores")]
    [InlineData("El jueves puede empezar con su semana.", "Un ÉXITO el jueves.", "ÉXITO")]
    public void Each_language_has_its_own_words(string old, string words, string word)
    {
        files.Replace(SpanishFile, old, words);
        files.Refuses(SpanishFile, files.LineOf(SpanishFile, words) - 1, $"\"{word}\" weighs what somebody did");
    }

    [Fact]
    public void A_word_of_one_language_is_free_in_another() =>
        Assert.NotNull(files.Replace(SpanishFile, "El jueves puede empezar con su semana.", "El jueves, good.").Read());
}
