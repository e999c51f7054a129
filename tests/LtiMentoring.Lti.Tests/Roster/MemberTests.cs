using LtiMentoring.Lti.Roster;

namespace LtiMentoring.Lti.Tests.Roster;

/// <summary>One person as platforms describe them (NRPS 2.0, sections 2.2 and 2.3).</summary>
public sealed class MemberTests : IAsyncLifetime
{
    const string Membership = "http://purl.imsglobal.org/vocab/lis/v2/membership";

    RosterStage stage = null!;

    public async ValueTask InitializeAsync() => stage = await RosterStage.StartAsync();

    public async ValueTask DisposeAsync() => await stage.DisposeAsync();

    [Fact]
    public async Task Everything_that_Moodle_tells_is_there()
    {
        var member = await stage.OneAsync("""
            {"status":"Active","roles":["Learner"],"user_id":"6","lis_person_sourcedid":"SIS-10001","name":"Ana Mentor01","given_name":"Ana",
             "family_name":"Mentor01","email":"mentor01@lab.example.invalid","ext_user_username":"mentor01"}
            """);

        Assert.Equal(("6", MemberStatus.Active, "SIS-10001"), (member.UserId, member.Status, member.SourcedId));
        Assert.Equal(("Ana Mentor01", "Ana", "Mentor01", "mentor01@lab.example.invalid"), (member.Name, member.GivenName, member.FamilyName, member.Email));
        Assert.Equal([$"{Membership}#Learner"], member.Roles);
    }

    [Theory]
    [InlineData("""{"user_id":"6","lis_person_sourcedid":"SIS-10001","roles":["Learner"]}""")]
    [InlineData("""{"user_id":6,"name":null,"given_name":"","family_name":[],"email":{},"roles":["Learner"]}""")]
    public async Task Names_and_mail_may_be_withheld(string json)
    {
        var member = await stage.OneAsync(json);

        Assert.Equal(("6", null, null, null, null), (member.UserId, member.Name, member.GivenName, member.FamilyName, member.Email));
        Assert.True(Roles.IsOnlyLearner(member.Roles));
    }

    [Theory]
    [InlineData("""["Instructor"]""", Membership + "#Instructor")]
    [InlineData($"""["{Membership}#Instructor"]""", Membership + "#Instructor")]
    [InlineData($"""["{Membership}/Instructor#TeachingAssistant"]""", Membership + "/Instructor#TeachingAssistant")]
    [InlineData($"""["Instructor","{Membership}#Instructor","Learner",""]""", Membership + "#Instructor " + Membership + "#Learner")]
    [InlineData("\"Learner\"", Membership + "#Learner")]
    [InlineData("[]", "")]
    [InlineData("null", "")]
    [InlineData("{}", "")]
    public async Task Short_and_full_roles_are_the_same_roles(string roles, string full) =>
        Assert.Equal(full, string.Join(' ', (await stage.OneAsync($$"""{"user_id":"6","roles":{{roles}}}""")).Roles));

    [Theory]
    [InlineData("", MemberStatus.Active)]
    [InlineData("\"status\":null,", MemberStatus.Active)]
    [InlineData("\"status\":\"Active\",", MemberStatus.Active)]
    [InlineData("\"status\":\"Inactive\",", MemberStatus.Inactive)]
    [InlineData("\"status\":\"inactive\",", MemberStatus.Inactive)]
    [InlineData("\"status\":\"Deleted\",", MemberStatus.Deleted)]
    [InlineData("\"status\":\"Suspended\",", MemberStatus.Inactive)]
    [InlineData("\"status\":1,", MemberStatus.Inactive)]
    public async Task Whoever_has_no_status_is_active_and_an_unknown_word_lets_nobody_in(string status, MemberStatus read) =>
        Assert.Equal(read, (await stage.OneAsync($$"""{{{status}}"user_id":"6"}""")).Status);

    [Fact]
    public async Task Whoever_has_no_name_that_could_be_stored_is_passed_over()
    {
        stage.Course($$"""null, 7, "x", [], {}, {"user_id":""}, {"user_id":["6"]}, {"user_id":"a\u0000"}, {"user_id":"\ud800"}, {"user_id":"{{new string('7', 256)}}"}, {"user_id":"6"}""");

        Assert.Equal(["6"], (await stage.ReadAsync()).Single().Members.Select(member => member.UserId));
    }
}
