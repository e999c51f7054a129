using System.Text.Json.Nodes;
using LtiMentoring.Lti.Launch;
using LtiMentoring.Lti.Tests.Hosts;

namespace LtiMentoring.Lti.Tests.Launch;

/// <summary>What comes out of a good token, and that optional claims of a wrong shape are left aside and break nothing.</summary>
public sealed class LaunchMessageTests : IAsyncLifetime
{
    const string Grades = "https://purl.imsglobal.org/spec/lti-ags/claim/endpoint";
    LaunchStage stage = null!;

    public async ValueTask InitializeAsync() => stage = await LaunchStage.StartAsync();

    public async ValueTask DisposeAsync() => await stage.DisposeAsync();

    async Task<LaunchMessage> WithAsync(string claim, string json)
    {
        var (message, refused) = await stage.WithAsync(claim, json);
        Assert.True(message is not null, refused?.ToString());
        return message;
    }

    [Fact]
    public async Task Everything_that_a_platform_tells_is_there()
    {
        var payload = stage.Good();
        payload["name"] = "Renata Okafor";
        payload["given_name"] = "Renata";
        payload["email"] = "renata@example.org";
        payload[LaunchStage.Lti + "roles"] = new JsonArray("http://purl.imsglobal.org/vocab/lis/v2/membership#Learner");
        payload[LaunchStage.Lti + "resource_link"] = new JsonObject { ["id"] = "link-1", ["title"] = "Orientation" };
        payload[LaunchStage.Lti + "context"] = new JsonObject { ["id"] = "course-1", ["label"] = "PM1", ["title"] = "Peer mentoring" };
        payload[LaunchStage.Lti + "launch_presentation"] = new JsonObject { ["locale"] = "es-MX", ["document_target"] = "iframe", ["return_url"] = "https://lms.example.org/back" };
        payload[LaunchStage.Lti + "custom"] = new JsonObject { ["module"] = "listening", ["history"] = "$Context.id.history", ["n"] = 7 };
        payload[Grades] = new JsonObject
        {
            ["scope"] = new JsonArray(ServiceStage.ScoreScope), ["lineitems"] = "https://lms.example.org/lineitems?type_id=1", ["lineitem"] = "https://lms.example.org/lineitem?type_id=1",
        };

        var message = (await stage.TokenAsync(LaunchStage.GoodHeader, payload.ToJsonString())).Message!;

        Assert.Equal(("https://lms.example.org", "user-7", "nonce-1", "1"), (message.Issuer, message.Subject, message.Nonce, message.DeploymentId));
        Assert.Equal(["http://purl.imsglobal.org/vocab/lis/v2/membership#Learner"], message.Roles);
        Assert.Equal(new ResourceLink("link-1", "Orientation"), Assert.IsType<ResourceLinkRequest>(message).ResourceLink);
        Assert.Equal(new Context("course-1", "PM1", "Peer mentoring"), message.Context);
        Assert.Equal(new PersonNames("Renata Okafor", "Renata", "renata@example.org"), message.Person);
        Assert.Equal(new Presentation("es-MX", "iframe", "https://lms.example.org/back"), message.Presentation);
        Assert.Equal(new Dictionary<string, string> { ["module"] = "listening", ["history"] = "$Context.id.history", ["n"] = "7" }, message.Custom);
        Assert.Equal([ServiceStage.ScoreScope], message.Grades!.Scopes);
        Assert.Equal(("https://lms.example.org/lineitems?type_id=1", "https://lms.example.org/lineitem?type_id=1"), (message.Grades.LineItems, message.Grades.LineItem));
    }

    [Fact]
    public async Task The_least_that_a_platform_must_tell_is_enough()
    {
        var message = (await stage.TokenAsync(LaunchStage.GoodHeader, stage.Good().ToJsonString())).Message!;

        Assert.Equal((null, null, new PersonNames(null, null, null), new Presentation(null, null, null)), (message.Context, message.Grades, message.Person, message.Presentation));
        Assert.Empty(message.Roles);
        Assert.Empty(message.Custom);
    }

    [Theory]
    [InlineData("7")]
    [InlineData("\"x\"")]
    [InlineData("null")]
    [InlineData("true")]
    [InlineData("[]")]
    [InlineData("[{\"id\":\"x\",\"locale\":\"es\",\"lineitem\":\"https://lms.example.org\"}]")]
    [InlineData("{}")]
    [InlineData("{\"id\":[],\"locale\":{},\"scope\":{},\"lineitem\":7,\"lineitems\":null}")]
    [InlineData("{\"id\":\"\",\"locale\":\"\",\"lineitem\":\"\",\"return_url\":\"\"}")]
    [InlineData("{\"id\":\"a\\u0000\",\"locale\":\"a\\u0000\",\"lineitem\":\"https://lms.example.org/\\u0000\"}")]
    [InlineData("{\"return_url\":\"javascript:alert(1)\",\"lineitem\":\"file:///etc/passwd\",\"lineitems\":\"/relative\"}")]
    [InlineData("{\"return_url\":\"https://a/\\r\\nSet-Cookie: x\",\"lineitem\":\"https://a b/\",\"lineitems\":\"https://user:pw@lms.example.org/\"}")]
    public async Task An_object_of_another_shape_is_left_aside(string json)
    {
        Assert.Null((await WithAsync(LaunchStage.Lti + "context", json)).Context);
        Assert.Equal(new Presentation(null, null, null), (await WithAsync(LaunchStage.Lti + "launch_presentation", json)).Presentation);
        var grades = (await WithAsync(Grades, json)).Grades!;
        Assert.Equal((null, null), (grades.LineItem, grades.LineItems));
        Assert.Empty(grades.Scopes);
    }

    [Theory]
    [InlineData("""{"context_memberships_url":"https://lms.example.org/members","service_versions":["1.0","2.0"]}""", "https://lms.example.org/members")]
    [InlineData("""{"context_memberships_url":"https://lms.example.org/members"}""", "https://lms.example.org/members")]
    [InlineData("""{"context_memberships_url":"https://lms.example.org/members","service_versions":["1.0"]}""", null)]
    [InlineData("""{"context_memberships_url":"javascript:alert(1)","service_versions":["2.0"]}""", null)]
    [InlineData("[]", null)]
    public async Task A_roster_of_version_2_is_offered_or_none(string json, string? address) =>
        Assert.Equal(address, (await WithAsync("https://purl.imsglobal.org/spec/lti-nrps/claim/namesroleservice", json)).Memberships);

    [Theory]
    [InlineData("null")]
    [InlineData("{\"x\":1}")]
    [InlineData("[\"Renata\"]")]
    [InlineData("true")]
    [InlineData("\"\"")]
    [InlineData("\"a\\u0000b\"")]
    public async Task A_name_of_another_shape_is_left_aside(string json)
    {
        foreach (var claim in new[] { "name", "given_name", "email" })
            Assert.Equal(new PersonNames(null, null, null), (await WithAsync(claim, json)).Person);
    }

    [Theory]
    [InlineData("[]", "")]
    [InlineData("[\"\"]", "")]
    [InlineData("\"Learner\"", "Learner")]
    [InlineData("[\"Learner\",null,7,{},[\"Instructor\"],\"a\\u0000\"]", "Learner,7")]
    public async Task Roles_are_what_words_there_are(string json, string roles) =>
        Assert.Equal(roles, string.Join(',', (await WithAsync(LaunchStage.Lti + "roles", json)).Roles));

    [Fact]
    public async Task More_roles_than_anybody_has_are_refused() => Assert.Equal(
        Refusal.RolesMissing, (await stage.WithAsync(LaunchStage.Lti + "roles", $"[{string.Join(',', Enumerable.Repeat("\"Learner\"", 201))}]")).Refused?.Why);

    [Fact]
    public async Task Custom_parameters_are_words_and_numbers_and_not_without_end()
    {
        var many = string.Join(',', Enumerable.Range(0, 500).Select(n => $"\"p{n}\":\"{n}\""));

        var custom = (await WithAsync(LaunchStage.Lti + "custom", $$"""{"a":"b","n":1.50,"t":true,"o":{},"l":["x"],"e":"","nul":"\u0000","long":"{{new string('x', 4_001)}}",{{many}}}""")).Custom;

        Assert.Equal(("b", "1.50", ""), (custom["a"], custom["n"], custom["e"]));
        Assert.Empty(custom.Keys.Intersect(["t", "o", "l", "nul", "long"]));
        Assert.InRange(custom.Count, 100, 200);
    }

    [Theory]
    [InlineData(255, true)]
    [InlineData(256, false)]
    public async Task Identifiers_have_at_most_255_characters(int length, bool taken)
    {
        var id = $"\"{new string('7', length)}\"";

        Assert.Equal(taken, (await stage.WithAsync("sub", id)).Message is not null);
        Assert.Equal(taken, (await stage.WithAsync(LaunchStage.Lti + "deployment_id", id)).Message is not null);
        Assert.Equal(taken, (await stage.WithAsync(LaunchStage.Lti + "resource_link", $"{{\"id\":{id}}}")).Message is not null);
        Assert.Equal(taken, (await WithAsync(LaunchStage.Lti + "context", $"{{\"id\":{id}}}")).Context is not null);
    }
}
