using System.Text.Json.Nodes;
using LtiMentoring.Web.Storage;
using LtiMentoring.Web.Tests.Hosts;
using Microsoft.EntityFrameworkCore;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace LtiMentoring.Web.Tests.Complete;

/// <summary>A certificate as an Open Badges 3.0 credential, as whoever is shown it reads and checks it.</summary>
public sealed class BadgeTests(KindsStage stage) : IClassFixture<KindsStage>
{
    string Tool => stage.Tool.Address;

    static string Code(Page page) => page.Document.QuerySelector(".certificate .num")!.TextContent;

    async Task<Page> MakeAsync(string locale = "en-US")
    {
        var mentor = await stage.ArriveAsync(locale: locale);
        await KindsStage.FinishFirstAsync(mentor);
        var page = await mentor.GetAsync("/certificate/first");
        return await mentor.Visitor.SubmitAsync(page.Form(), ("name", "Renata Okafor"));
    }

    async Task<Page> FetchAsync(string code)
    {
        using var stranger = new Visitor { Destination = "document" };
        return await stranger.GetAsync($"{Tool}/certificates/{code}/badge");
    }

    async Task<(string Code, string Token, JsonObject Credential)> IssueAsync(string locale = "en-US")
    {
        var code = Code(await MakeAsync(locale));
        var token = (await FetchAsync(code)).Html;
        return (code, token, Payload(token));
    }

    static JsonObject Payload(string token) => JsonNode.Parse(Base64UrlEncoder.Decode(token.Split('.')[1]))!.AsObject();

    static JsonNode Achievement(JsonObject credential) => credential["credentialSubject"]!["achievement"]!;

    async Task<TokenValidationResult> CheckAsync(string token, string keyAddress)
    {
        using var client = new HttpClient();
        var answer = await client.GetStringAsync(keyAddress);
        return await new JsonWebTokenHandler().ValidateTokenAsync(token, new TokenValidationParameters
        {
            IssuerSigningKeys = answer.Contains("\"keys\"", StringComparison.Ordinal) ? new JsonWebKeySet(answer).GetSigningKeys() : [new JsonWebKey(answer)],
            ValidAlgorithms = ["RS256"],
            ValidIssuer = Tool,
            ValidateAudience = false,
            ValidateLifetime = false, // The clock of this stage is not the machine's.
        });
    }

    [Fact]
    public async Task The_certificate_and_its_public_page_both_lead_to_it()
    {
        var certificate = await MakeAsync();
        using var stranger = new Visitor { Destination = "document" };

        var check = await stranger.GetAsync($"{Tool}/certificates/{Code(certificate)}");

        foreach (var page in new[] { certificate, check })
        {
            var link = page.Document.QuerySelector("a[href$='/badge']")!;
            var file = await stranger.GetAsync(new Uri(page.Address, link.GetAttribute("href")!).AbsoluteUri);
            Assert.Equal(200, file.Status);
            Assert.Equal("application/vc+jwt", file.Headers["Content-Type"]);
            Assert.Equal($"attachment; filename={Code(certificate)}.jwt", file.Headers["Content-Disposition"].Split("; filename*")[0]);
        }
    }

    [Fact]
    public async Task It_verifies_with_the_published_keys_and_with_the_one_that_it_names()
    {
        var (_, token, _) = await IssueAsync();
        var header = JsonNode.Parse(Base64UrlEncoder.Decode(token.Split('.')[0]))!.AsObject();
        var named = header["kid"]!.GetValue<string>();

        Assert.Equal(["alg", "kid", "typ"], header.Select(part => part.Key).Order());
        Assert.Equal(("RS256", "JWT"), (header["alg"]!.GetValue<string>(), header["typ"]!.GetValue<string>()));
        Assert.StartsWith($"{Tool}/.well-known/jwks.json/", named, StringComparison.Ordinal);
        foreach (var address in new[] { $"{Tool}/.well-known/jwks.json", named })
            Assert.True((await CheckAsync(token, address)).IsValid, address);
    }

    [Fact]
    public async Task With_another_name_in_it_it_does_not_verify()
    {
        var (_, token, credential) = await IssueAsync();
        var parts = token.Split('.');
        credential["credentialSubject"]!["identifier"]![0]!["identityHash"] = "Somebody Else";

        var forged = $"{parts[0]}.{Base64UrlEncoder.Encode(credential.ToJsonString())}.{parts[2]}";

        Assert.IsType<SecurityTokenInvalidSignatureException>((await CheckAsync(forged, $"{Tool}/.well-known/jwks.json")).Exception, exactMatch: false);
    }

    [Fact]
    public async Task It_says_what_the_certificate_says_and_no_more()
    {
        var (code, _, credential) = await IssueAsync();

        var expected = JsonNode.Parse($$"""
            {
              "@context": ["https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"],
              "id": "{{Tool}}/certificates/{{code}}/badge",
              "type": ["VerifiableCredential", "OpenBadgeCredential"],
              "name": "The first module · Every kind",
              "issuer": { "id": "{{Tool}}", "type": ["Profile"], "name": "Lakeview" },
              "validFrom": "{{stage.Clock.GetUtcNow():yyyy-MM-dd'T'HH:mm:ss'Z'}}",
              "credentialSubject": {
                "id": "{{Tool}}/certificates/{{code}}/badge#holder",
                "type": ["AchievementSubject"],
                "identifier": [{ "type": "IdentityObject", "identityType": "name", "hashed": false, "identityHash": "Renata Okafor" }],
                "achievement": {
                  "id": "{{Tool}}/certificates#every-kind/first",
                  "type": ["Achievement"],
                  "name": "The first module · Every kind",
                  "description": "One lesson of each kind.",
                  "criteria": {
                    "narrative": "Whoever does everything that “The first module · Every kind” asks for completes it. Completion is all that is certified. There is no score."
                  }
                }
              },
              "iss": "{{Tool}}",
              "jti": "{{Tool}}/certificates/{{code}}/badge",
              "sub": "{{Tool}}/certificates/{{code}}/badge#holder",
              "nbf": {{stage.Clock.GetUtcNow().ToUnixTimeSeconds()}}
            }
            """);
        Assert.True(JsonNode.DeepEquals(expected, credential), credential.ToJsonString());
    }

    [Fact]
    public async Task It_speaks_the_language_of_the_certificate_to_everybody()
    {
        var (_, _, credential) = await IssueAsync("es-US");

        Assert.Contains("Solo se certifica que se completó.", Achievement(credential)["criteria"]!["narrative"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task For_the_whole_course_it_speaks_of_the_course()
    {
        var mentor = await stage.ArriveAsync();
        await KindsStage.FinishFirstAsync(mentor);
        await KindsStage.DoAsync(mentor, "second/after");
        var form = await mentor.GetAsync("/certificate");
        var made = await mentor.Visitor.SubmitAsync(form.Form(), ("name", "Renata Okafor"));

        var achievement = Achievement(Payload((await FetchAsync(Code(made))).Html));

        Assert.Equal($"{Tool}/certificates#every-kind", achievement["id"]!.GetValue<string>());
        Assert.Equal("Every kind", achievement["name"]!.GetValue<string>());
        Assert.Equal("A lesson of each kind, for tests.", achievement["description"]!.GetValue<string>());
    }

    [Fact]
    public async Task It_keeps_the_words_of_the_day_when_the_course_changes()
    {
        var code = Code(await MakeAsync());
        var before = await FetchAsync(code);
        stage.Clock.Advance(TimeSpan.FromDays(1));
        await stage.Tool.WriteAsync(async db =>
        {
            var latest = await db.Publications.OrderByDescending(row => row.Number).FirstAsync();
            db.Publications.Add(new Publication
            {
                DistrictId = latest.DistrictId, CourseId = latest.CourseId, Number = latest.Number + 1, Hash = "changed",
                Document = latest.Document.Replace("One lesson of each kind.", "Other words.", StringComparison.Ordinal), PublishedAt = stage.Clock.GetUtcNow().UtcDateTime,
            });
        });

        Assert.Equal(before.Html, (await FetchAsync(code)).Html);
    }

    [Theory]
    [InlineData("AAAA-BBBB-CCCC-DDDD")]
    [InlineData("nonsense")]
    public async Task Without_a_certificate_there_is_none(string code)
    {
        await MakeAsync();

        Assert.Equal(404, (await FetchAsync(code)).Status);
    }
}
