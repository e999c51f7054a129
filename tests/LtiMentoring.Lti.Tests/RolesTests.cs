namespace LtiMentoring.Lti.Tests;

public sealed class RolesTests
{
    const string Vocabulary = "http://purl.imsglobal.org/vocab/lis/v2/";

    [Theory]
    [InlineData("Instructor")]
    [InlineData(Vocabulary + "membership#Instructor")]
    [InlineData(Vocabulary + "membership#TeachingAssistant")]
    [InlineData(Vocabulary + "membership/Instructor#TeachingAssistant")]
    [InlineData(Vocabulary + "membership/Instructor#PrimaryInstructor")]
    [InlineData(Vocabulary + "membership#ContentDeveloper")]
    public void Staff_by_long_short_and_sub_role(string role) => Assert.True(Roles.IsStaff([role]));

    [Theory]
    [InlineData(Vocabulary + "institution/person#Instructor")]
    [InlineData(Vocabulary + "membership#Mentor")]
    [InlineData("urn:lti:instrole:ims/lis/Instructor")]
    [InlineData("http://evil.example/membership#Instructor")]
    [InlineData("instructor")]
    [InlineData("")]
    public void Not_staff(string role) => Assert.False(Roles.IsStaff([role]));

    [Theory]
    [InlineData("Administrator")]
    [InlineData(Vocabulary + "membership#Manager")]
    [InlineData(Vocabulary + "institution/person#Administrator")]
    [InlineData(Vocabulary + "system/person#Administrator")]
    [InlineData(Vocabulary + "system/person#SysAdmin")]
    public void Administrators_of_the_system_the_institution_or_the_course(string role) => Assert.True(Roles.IsAdministrator([role]));

    [Fact]
    public void Only_a_learner_has_no_other_part_in_the_course()
    {
        Assert.True(Roles.IsOnlyLearner([Vocabulary + "membership#Learner", Vocabulary + "institution/person#Administrator"]));
        Assert.False(Roles.IsOnlyLearner([Vocabulary + "membership#Learner", Vocabulary + "membership#Instructor"]));
        Assert.False(Roles.IsOnlyLearner(["Learner", "Administrator"]));
        Assert.False(Roles.IsOnlyLearner([]));
    }

    [Theory]
    [InlineData("Learner", Vocabulary + "membership#Learner")]
    [InlineData(Vocabulary + "membership#Learner", Vocabulary + "membership#Learner")]
    [InlineData(Vocabulary + "membership/Instructor#TeachingAssistant", Vocabulary + "membership/Instructor#TeachingAssistant")]
    public void A_short_name_is_the_role_in_the_course(string role, string full) => Assert.Equal(full, Roles.Full(role));
}
