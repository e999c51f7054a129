using LtiMentoring.Training.Author;
using LtiMentoring.Training.Learn;
using LtiMentoring.Training.Tests.Learn;
using static LtiMentoring.Training.Tests.Learn.EveryKind;

namespace LtiMentoring.Training.Tests.Author;

public class FollowingSelfCheckTests
{
    static readonly SelfCheck before = new("before", T("Before"), 1, [Line("wait"), Line("ask")], [Line("often"), Line("seldom")]);

    static Line Line(string id) => new(id, T(id));

    static IEnumerable<string> Errors(SelfCheck after) => CourseCheck.Errors(EveryKind.Course() with
    {
        Modules = [new Module("one", 1, T("One"), T("One."), 2, [], [], [before, after])],
    }).Where(finding => finding.Rule == "unknown-self-check").Select(finding => finding.Path);

    [Fact]
    public void Takes_one_that_asks_the_same() => Assert.Empty(Errors(before with { Id = "after", Follows = "one/before" }));

    [Theory]
    [InlineData("one/nowhere")]
    [InlineData("before")]
    [InlineData("one/before/again")]
    public void Refuses_one_that_follows_nothing(string follows) =>
        Assert.Equal(["one/after.follows"], Errors(before with { Id = "after", Follows = follows }));

    [Fact]
    public void Refuses_one_that_asks_something_else() =>
        Assert.Equal(["one/after.follows"], Errors(before with { Id = "after", Follows = "one/before", Statements = [Line("wait")] }));

    [Fact]
    public void Refuses_one_that_offers_other_answers() =>
        Assert.Equal(["one/after.follows"], Errors(before with { Id = "after", Follows = "one/before", Answers = [Line("often"), Line("never")] }));
}
