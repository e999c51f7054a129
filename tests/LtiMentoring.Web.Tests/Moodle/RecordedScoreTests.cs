using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using LtiMentoring.SampleLms.District;
using LtiMentoring.SampleLms.Gradebook;
using LtiMentoring.SampleLms.Tokens;
using LtiMentoring.Web.Tests.Hosts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LtiMentoring.Web.Tests.Moodle;

/// <summary>
/// Every request of the recorded grade traffic, sent to the sample LMS: it must answer as the real Moodle did. Otherwise
/// what the other tests prove by it would not hold for Moodle.
/// </summary>
public sealed partial class RecordedScoreTests(MoodleStage.Sqlite stage) : IClassFixture<MoodleStage.Sqlite>
{
    const string Course = "2";
    static readonly string[] ScopesOfGrades = [.. Scopes.Grades];
    readonly Dictionary<string, string> columns = new() { ["2"] = "own" };

    [Fact]
    public async Task The_sample_LMS_answers_every_recorded_request_as_Moodle_did()
    {
        FillIn();
        using var client = new HttpClient();
        var token = await TokenAsync();
        var recordings = MoodleStage.Read("scores").AsArray();

        Assert.Equal(33, recordings.Count);
        foreach (var recorded in recordings.Select(node => node!.AsObject()))
        {
            var label = recorded["label"]!.GetValue<string>();
            using var request = Request(recorded["request"]!.AsObject(), AcceptOf(recorded));
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", label == "bad token" ? "made-up" : token);

            using var answer = await client.SendAsync(request);

            Assert.True(recorded["status"]!.GetValue<int>() == (int)answer.StatusCode, $"{label}: {(int)answer.StatusCode} {answer.ReasonPhrase}");
            if (recorded["status"]!.GetValue<int>() is 400 or 409)
                Assert.Equal(recorded["reason"]!.GetValue<string>().Split(" for ")[0].Split('{')[0].TrimEnd(), answer.ReasonPhrase!.Split(" for ")[0].Split('{')[0].TrimEnd());
            if (answer.IsSuccessStatusCode)
                Compare(label, recorded["body"], await answer.Content.ReadAsStringAsync());
        }
    }

    /// <summary>The course, the people and the column of the recording.</summary>
    void FillIn()
    {
        stage.Lms.Courses.Put(new LmsCourse(Course, "PMO-1", "Peer Mentor Orientation"));
        foreach (var (sub, role) in new[] { ("8", Roles.Learner), ("4", Roles.Instructor) })
        {
            stage.Lms.People.Put(new LmsPerson(sub, "Chloe", "Mentor03"));
            stage.Lms.Enroll(Course, sub, role);
        }
        stage.Lms.Links.Put(new LmsLink("1", Course, "Peer mentor: orientation"));
        stage.Lms.LineItems.Put(new GradeColumn
        {
            Id = "own", CourseId = Course, Label = "Peer mentor: orientation", Maximum = 100, ResourceId = "rid-orientation", Tag = "grade", ResourceLinkId = "1", CameWithLink = true,
        });
    }

    async Task<string> TokenAsync()
    {
        var registration = await stage.InDistrictAsync((_, db) => db.Registrations.AsNoTracking().SingleAsync());
        var (token, failure) = await stage.Tool.Services.GetRequiredService<Lti.Services.AccessTokens>().GetAsync(registration.ToPlatform(), ScopesOfGrades, null, default);
        return token ?? throw new InvalidOperationException(failure!.Words);
    }

    /// <summary>Moodle's errors tell what was asked for; otherwise it was not recorded.</summary>
    static string AcceptOf(JsonObject recorded) =>
        recorded["body"] is JsonObject body && body["request"]?["accept"]?.GetValue<string>() is { Length: > 0 } accept ? accept : "*/*";

    HttpRequestMessage Request(JsonObject recorded, string accept)
    {
        var request = new HttpRequestMessage(new HttpMethod(recorded["method"]!.GetValue<string>()), Translate(recorded["url"]!.GetValue<string>()));
        request.Headers.TryAddWithoutValidation("Accept", accept);
        if (recorded["body"] is { } body)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body.ToJsonString()));
            request.Content.Headers.TryAddWithoutValidation("Content-Type", recorded["content_type"]!.GetValue<string>());
        }
        return request;
    }

    /// <summary>From Moodle's addresses to the sample LMS's: the course and the column stay, the path around them differs.</summary>
    string Translate(string address) => Address().Replace(address, match =>
        $"{stage.Lms.Address}/lti/ags/{match.Groups["course"]}/lineitems{(match.Groups["item"].Success ? "/" + columns.GetValueOrDefault(match.Groups["item"].Value, "gone") : "")}");

    void Compare(string label, JsonNode? recorded, string text)
    {
        if (recorded is null or JsonValue)
        {
            Assert.Equal(recorded?.ToString() ?? "", text);
            return;
        }
        var answered = JsonNode.Parse(text)!;
        if (recorded is JsonObject made && made["id"] is { } id && Address().Match(id.GetValue<string>()).Groups["item"].Value is { Length: > 0 } item)
            columns[item] = answered["id"]!.GetValue<string>().Split('/')[^1].Split('?')[0];
        Assert.Equal($"{label}: {Same(recorded)}", $"{label}: {Same(answered)}");
    }

    /// <summary>Members sorted, addresses translated, numbers alike.</summary>
    string Same(JsonNode? node) => node switch
    {
        JsonArray list => $"[{string.Join(',', list.Select(Same))}]",
        JsonObject members => $"{{{string.Join(',', members.OrderBy(member => member.Key, StringComparer.Ordinal).Select(member => $"{member.Key}:{Same(member.Value)}"))}}}",
        JsonValue value when value.TryGetValue<decimal>(out var number) => number.ToString("0.#####", CultureInfo.InvariantCulture),
        null => "null",
        _ => Translate(node.GetValue<string>()),
    };

    [GeneratedRegex(@"https://localhost:8443/mod/lti/services\.php/(?<course>[0-9]+)/lineitems(/(?<item>[0-9]+)/lineitem)?")]
    private static partial Regex Address();
}
