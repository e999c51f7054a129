using System.Text.Json;
using LtiMentoring.Training.Learn;

namespace LtiMentoring.Training.Tests.Learn;

public class TextTests
{
    static readonly Text both = Text.Of("en", "Your room").With("es", "Tu salón");

    [Fact]
    public void Gives_the_words_of_the_language_asked_for() => Assert.Equal(new Wording("Tu salón", "es"), both.In("es"));

    [Fact]
    public void Falls_back_to_the_base_language_and_says_so() => Assert.Equal(new Wording("Your room", "en"), both.In("fr"));

    [Fact]
    public void A_regional_language_finds_its_plain_form() => Assert.Equal("es", both.In("es-MX").Language);

    [Fact]
    public void A_text_without_words_gives_none() => Assert.Equal(new Wording("", "en"), Text.None.In("en"));

    [Fact]
    public void Two_texts_with_the_same_words_are_equal()
    {
        Assert.Equal(Text.Of("en", "Your room").With("es", "Tu salón"), both);
        Assert.NotEqual(Text.Of("en", "Your room"), both);
        Assert.NotEqual(Text.Of("en", "Your room").With("es", "Tu aula"), both);
    }

    [Fact]
    public void Is_written_with_the_base_language_first() =>
        Assert.Equal("""{"es":"Hola","en":"Hello"}""", JsonSerializer.Serialize(Text.Of("es", "Hola").With("en", "Hello")));

    [Fact]
    public void Keeps_its_base_language_when_read_again() =>
        Assert.Equal("es", JsonSerializer.Deserialize<Text>("""{"es":"Hola","en":"Hello"}""")!.In("fr").Language);

    [Theory]
    [InlineData("\"Hello\"")]
    [InlineData("{\"en\":1}")]
    [InlineData("{\"en\":{}}")]
    [InlineData("[]")]
    public void Refuses_what_is_not_a_text(string json) =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Text>(json));
}
