using System.Text;
using System.Text.Json.Nodes;
using LtiMentoring.Lti.Tests.Hosts;

namespace LtiMentoring.Lti.Tests.Launch;

/// <summary>A platform that is broken in ways nobody thought of gets an answer, not an exception.</summary>
public sealed class SpoiledTokenTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_signed_token_with_letters_changed_anywhere_is_taken_or_refused(int seed)
    {
        await using var stage = await LaunchStage.StartAsync();
        var chance = new Random(seed);
        var good = stage.Good();
        good["https://purl.imsglobal.org/spec/lti-ags/claim/endpoint"] = new JsonObject { ["scope"] = new JsonArray("a"), ["lineitem"] = "https://lms.example.org/1" };
        var (taken, refused) = (0, 0);

        for (var n = 0; n < 600; n++)
        {
            var (message, why) = n % 4 == 0
                ? await stage.TokenAsync(Spoil(LaunchStage.GoodHeader), good.ToJsonString())
                : await stage.TokenAsync(LaunchStage.GoodHeader, Spoil(good.ToJsonString()));
            Assert.True(message is null != why is null);
            _ = message is null ? refused++ : taken++;
        }

        Assert.InRange(taken, 1, 599);
        Assert.InRange(refused, 1, 599);

        string Spoil(string text)
        {
            const string letters = "{}[]\",:\\u0d8e+-.9ntf \u0000\u001f\u00ff\u00ed\u00a0";
            var spoiled = new StringBuilder(text);
            for (var changes = chance.Next(1, 4); changes > 0; changes--)
                spoiled[chance.Next(spoiled.Length)] = letters[chance.Next(letters.Length)];
            return spoiled.ToString();
        }
    }

    [Theory]
    [InlineData(1)]
    public async Task Anything_at_all_in_place_of_a_token_is_refused(int seed)
    {
        await using var stage = await LaunchStage.StartAsync();
        var chance = new Random(seed);

        for (var n = 0; n < 2_000; n++)
        {
            var text = string.Concat(Enumerable.Range(0, chance.Next(1, 60)).Select(_ => chance.Next(3) == 0 ? '.' : (char)chance.Next(0x10000)));
            Assert.Equal(Refusal.TokenUnreadable, (await stage.VerifyAsync(text)).Refused?.Why);
        }
    }
}
