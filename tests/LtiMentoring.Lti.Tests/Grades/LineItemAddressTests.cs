using LtiMentoring.Lti.Grades;

namespace LtiMentoring.Lti.Tests.Grades;

public sealed class LineItemAddressTests
{
    [Theory]
    [InlineData("https://lms.example.org/2344/lineitems/1234/lineitem", "https://lms.example.org/2344/lineitems/1234/lineitem/scores")]
    [InlineData("https://lms.example.org/mod/lti/services.php/2/lineitems/2/lineitem?type_id=1", "https://lms.example.org/mod/lti/services.php/2/lineitems/2/lineitem/scores?type_id=1")]
    [InlineData("https://lms.example.org/lineitem/", "https://lms.example.org/lineitem/scores")]
    [InlineData("https://lms.example.org/lineitem/?a=/x/&b=%2F", "https://lms.example.org/lineitem/scores?a=/x/&b=%2F")]
    [InlineData("https://lms.example.org/lineitem?", "https://lms.example.org/lineitem/scores?")]
    [InlineData("https://lms.example.org/lineitem?next=https://a?b", "https://lms.example.org/lineitem/scores?next=https://a?b")]
    [InlineData("https://lms.example.org/lineitem#top", "https://lms.example.org/lineitem/scores")]
    [InlineData("https://lms.example.org/lineitem?a=1#top?", "https://lms.example.org/lineitem/scores?a=1")]
    public void Scores_go_below_the_path_and_before_the_query(string lineItem, string scores) =>
        Assert.Equal(scores, LineItemAddress.Scores(lineItem));

    [Theory]
    [InlineData("https://lms.example.org/lineitem", "7", "https://lms.example.org/lineitem/results?user_id=7")]
    [InlineData("https://lms.example.org/lineitem?type_id=1", "a b&c=d#é+", "https://lms.example.org/lineitem/results?type_id=1&user_id=a%20b%26c%3Dd%23%C3%A9%2B")]
    public void Results_are_asked_for_one_person(string lineItem, string user, string results) =>
        Assert.Equal(results, LineItemAddress.Results(lineItem, user));

    [Fact]
    public void A_parameter_does_not_end_up_in_a_fragment() =>
        Assert.Equal("https://lms.example.org/lineitems?tag=x", WebAddress.With("https://lms.example.org/lineitems#top", "tag", "x"));
}
