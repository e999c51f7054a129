using System.Text.Json.Nodes;
using LtiMentoring.Lti.Registration;
using LtiMentoring.Lti.Services;
using LtiMentoring.Lti.Tests.Hosts;

namespace LtiMentoring.Lti.Tests.Registration;

/// <summary>A platform asks the tool to register. Nothing that it says is believed unless its host may say it.</summary>
public sealed class DynamicRegistrationTests : IAsyncLifetime
{
    static readonly ToolDescription Tool = new(
        "Peer mentoring", "Orientation", "https://tool.example.org:8443/lti/launch", "https://tool.example.org:8443/lti/login",
        "https://tool.example.org:8443/jwks", "https://tool.example.org:8443/mark.svg");

    readonly LtiHttp http = Wire.Open();
    PlatformSite site = null!;
    DynamicRegistration registration = null!;

    public async ValueTask InitializeAsync()
    {
        site = await PlatformSite.StartAsync();
        registration = new DynamicRegistration(http, mayUseHttp: true);
        Publish();
        site.AnswerJson("/register", """{"client_id":"given-1","https://purl.imsglobal.org/spec/lti-tool-configuration":{"deployment_id":"7"}}""", 201);
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await site.DisposeAsync();
    }

    JsonObject Good() => new()
    {
        ["issuer"] = site.Address, ["authorization_endpoint"] = $"{site.Address}/authorize", ["token_endpoint"] = $"{site.Address}/token",
        ["jwks_uri"] = $"{site.Address}/jwks", ["registration_endpoint"] = $"{site.Address}/register",
        ["scopes_supported"] = new JsonArray("openid", "https://purl.imsglobal.org/spec/lti-ags/scope/score"),
        ["https://purl.imsglobal.org/spec/lti-platform-configuration"] = new JsonObject
        {
            ["product_family_code"] = "Moodle",
            ["messages_supported"] = new JsonArray(
                new JsonObject { ["type"] = "LtiResourceLinkRequest" },
                new JsonObject { ["type"] = "LtiDeepLinkingRequest", ["placements"] = new JsonArray("ContentArea", "RichTextEditor") }),
        },
    };

    void Publish(Action<JsonObject>? change = null)
    {
        var configuration = Good();
        change?.Invoke(configuration);
        site.AnswerJson("/configuration", configuration.ToJsonString());
    }

    Task<(PlatformConfiguration? Configuration, RegistrationRefused? Refused)> ReadAsync(string? token = "token-1", string? address = null) =>
        registration.ReadAsync(address ?? $"{site.Address}/configuration", token, CancellationToken.None);

    async Task<(Registered? Registered, RegistrationRefused? Refused)> RegisterAsync(string? token = "token-1") =>
        await registration.RegisterAsync((await ReadAsync(token)).Configuration!, token, Tool, new Dictionary<string, string> { ["a"] = "$B" }, CancellationToken.None);

    [Fact]
    public async Task A_platform_gives_its_addresses_and_takes_ours()
    {
        var (configuration, _) = await ReadAsync();
        Assert.Equal((site.Address, "moodle", $"{site.Address}/token", null), (configuration!.Issuer, configuration.Family, configuration.TokenEndpoint, configuration.TokenAudience));

        var (registered, refused) = await RegisterAsync();

        Assert.Null(refused);
        Assert.Equal(new Registered("given-1", "7"), registered);
        var sent = site.AskedAt("/register").Single();
        Assert.Equal(("POST", "Bearer token-1", "application/json; charset=utf-8"), (sent.Method, sent.Headers["Authorization"], sent.Headers["Content-Type"]));
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse("""
            {"application_type":"web","response_types":["id_token"],"grant_types":["implicit","client_credentials"],
             "initiate_login_uri":"https://tool.example.org:8443/lti/login","redirect_uris":["https://tool.example.org:8443/lti/launch"],
             "client_name":"Peer mentoring","jwks_uri":"https://tool.example.org:8443/jwks","logo_uri":"https://tool.example.org:8443/mark.svg",
             "token_endpoint_auth_method":"private_key_jwt","scope":"https://purl.imsglobal.org/spec/lti-ags/scope/score",
             "https://purl.imsglobal.org/spec/lti-tool-configuration":{
               "domain":"tool.example.org:8443","description":"Orientation","target_link_uri":"https://tool.example.org:8443/lti/launch",
               "custom_parameters":{"a":"$B"},"claims":["iss","sub","name","given_name","family_name"],
               "messages":[
                 {"type":"LtiResourceLinkRequest","target_link_uri":"https://tool.example.org:8443/lti/launch","label":"Peer mentoring"},
                 {"type":"LtiDeepLinkingRequest","target_link_uri":"https://tool.example.org:8443/lti/launch","label":"Peer mentoring","placements":["ContentArea"]}]}}
            """), JsonNode.Parse(sent.Body)), sent.Body);
    }

    [Fact]
    public async Task A_platform_that_sends_no_token_is_sent_none()
    {
        var (registered, _) = await RegisterAsync(token: null);

        Assert.NotNull(registered);
        Assert.False(site.AskedAt("/register").Single().Headers.ContainsKey("Authorization"));
    }

    [Fact]
    public async Task The_token_is_shown_for_the_configuration_only_where_it_is_asked_for()
    {
        await ReadAsync();
        Assert.False(site.AskedAt("/configuration").Single().Headers.ContainsKey("Authorization"));

        site.Answers["/guarded"] = http => http.Request.Headers.Authorization == "Bearer token-1"
            ? PlatformSite.WriteAsync(http, Good().ToJsonString()) : PlatformSite.WriteAsync(http, "{}", 401);
        Assert.NotNull((await ReadAsync(address: $"{site.Address}/guarded")).Configuration);
    }

    [Fact]
    public async Task Without_a_deployment_the_first_launch_will_bring_one()
    {
        site.AnswerJson("/register", """{"client_id":"given-1"}""");

        Assert.Equal(new Registered("given-1", null), (await RegisterAsync()).Registered);
    }

    [Theory]
    [InlineData("issuer", null, RegistrationRefusal.AddressMissing)]
    [InlineData("jwks_uri", null, RegistrationRefusal.AddressMissing)]
    [InlineData("token_endpoint", "not an address", RegistrationRefusal.AddressMissing)]
    [InlineData("authorization_endpoint", "javascript:alert(1)", RegistrationRefusal.AddressMissing)]
    [InlineData("registration_endpoint", null, RegistrationRefusal.AddressMissing)]
    [InlineData("issuer", "https://canvas.instructure.com", RegistrationRefusal.IssuerElsewhere)]
    [InlineData("issuer", "http://127.0.0.2", RegistrationRefusal.IssuerElsewhere)]
    [InlineData("registration_endpoint", "https://thief.example.org/register", RegistrationRefusal.RegistrationElsewhere)]
    public async Task A_configuration_that_cannot_be_believed_is_refused_and_gets_no_token(string field, string? value, RegistrationRefusal why)
    {
        Publish(configuration => configuration[field] = value);

        Assert.Equal(why, (await ReadAsync()).Refused!.Why);
        Assert.Empty(site.AskedAt("/register"));
    }

    [Fact]
    public async Task A_platform_that_signs_otherwise_or_sends_no_launches_is_unsuitable()
    {
        Publish(configuration => configuration["id_token_signing_alg_values_supported"] = new JsonArray("ES256"));
        Assert.Equal(RegistrationRefusal.PlatformUnsuitable, (await ReadAsync()).Refused!.Why);

        Publish(configuration => configuration["https://purl.imsglobal.org/spec/lti-platform-configuration"]!["messages_supported"] =
            new JsonArray(new JsonObject { ["type"] = "LtiDeepLinkingRequest" }));
        Assert.Equal(RegistrationRefusal.PlatformUnsuitable, (await ReadAsync()).Refused!.Why);
    }

    [Theory]
    [InlineData(null, RegistrationRefusal.ConfigurationMissing)]
    [InlineData("/configuration", RegistrationRefusal.ConfigurationMissing)]
    [InlineData("file:///etc/passwd", RegistrationRefusal.ConfigurationMissing)]
    [InlineData("http://127.0.0.1:9/configuration", RegistrationRefusal.ConfigurationUnreachable)]
    public async Task An_address_that_leads_nowhere_is_refused(string? address, RegistrationRefusal why) =>
        Assert.Equal(why, (await registration.ReadAsync(address, null, CancellationToken.None)).Refused!.Why);

    [Theory]
    [InlineData("<html>", RegistrationRefusal.ConfigurationUnreadable)]
    [InlineData("[]", RegistrationRefusal.ConfigurationUnreadable)]
    public async Task What_is_no_configuration_is_refused(string body, RegistrationRefusal why)
    {
        site.AnswerJson("/configuration", body);

        Assert.Equal(why, (await ReadAsync()).Refused!.Why);
    }

    [Fact]
    public async Task Outside_of_one_machine_every_address_must_be_encrypted()
    {
        var strict = new DynamicRegistration(http, mayUseHttp: false);

        Assert.Equal(RegistrationRefusal.ConfigurationInsecure, (await strict.ReadAsync($"{site.Address}/configuration", null, CancellationToken.None)).Refused!.Why);
        Assert.Equal(RegistrationRefusal.AddressInsecure, PlatformConfiguration.Read(Good().ToJsonString(), mayUseHttp: false).Refused!.Why);
    }

    [Fact]
    public async Task A_refusal_is_told_in_the_platforms_own_words_without_the_token()
    {
        site.AnswerJson("/register", "token_already_used (token-1)", 401);

        var refused = (await RegisterAsync()).Refused!;

        Assert.Equal(RegistrationRefusal.RegistrationRefused, refused.Why);
        Assert.Equal("401 Unauthorized: token_already_used ([left out])", refused.Detail);
    }

    [Fact]
    public async Task An_answer_without_a_client_id_is_no_registration()
    {
        site.AnswerJson("/register", "{}");

        Assert.Equal(RegistrationRefusal.ClientIdMissing, (await RegisterAsync()).Refused!.Why);
    }

    [Theory]
    [InlineData(null, "contextmembership.readonly lineitem lineitem.readonly result.readonly score")]
    [InlineData("https://purl.imsglobal.org/spec/lti/scope/noticehandlers https://purl.imsglobal.org/spec/lti-gs/scope/contextgroup.readonly openid", "contextgroup.readonly noticehandlers")]
    public async Task What_not_every_platform_knows_is_asked_for_only_where_it_is_offered(string? offered, string asked)
    {
        Publish(configuration => configuration["scopes_supported"] = offered is null ? null : new JsonArray([.. offered.Split(' ').Select(scope => (JsonNode)scope)]));
        site.AnswerJson("/register", """{"client_id":"client-9"}""");

        await RegisterAsync();

        var scopes = (string)JsonNode.Parse(site.AskedAt("/register").Single().Body)!["scope"]!;
        Assert.Equal(asked, string.Join(' ', scopes.Split(' ').Select(scope => scope[(scope.LastIndexOf('/') + 1)..]).Order(StringComparer.Ordinal)));
    }
}
