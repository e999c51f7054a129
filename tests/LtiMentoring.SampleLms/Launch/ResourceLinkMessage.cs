using System.Text.Json.Nodes;

using LtiMentoring.SampleLms.Custom;
using LtiMentoring.SampleLms.District;

namespace LtiMentoring.SampleLms.Launch;

/// <summary>How much a launch tells, and of whom.</summary>
enum LaunchAs
{
    Oneself,

    /// <summary>No course, and so none of a course's services.</summary>
    NoContext,

    /// <summary>No name and no email address, as with a privacy setting.</summary>
    NoNames,

    /// <summary>Nobody in particular: no sub either.</summary>
    Anonymous,

    /// <summary>A teacher's look at what learners see. Canvas has a person of its own for it; Moodle only takes the teacher's role away.</summary>
    TestStudent,
}

/// <summary>Opens a placed link.</summary>
sealed record ResourceLinkMessage(string LinkId, LaunchAs As = LaunchAs.Oneself) : LaunchMessage("LtiResourceLinkRequest")
{
    const string TestUser = "http://purl.imsglobal.org/vocab/lti/system/person#TestUser";

    public override LaunchSubject? About(Lms lms, ToolRegistration tool, LmsPerson person)
    {
        if (lms.Links.Find(LinkId) is not { } link || lms.Courses.Find(link.CourseId) is not { } course || !course.Has(person.Sub))
            return null;
        var about = new LaunchSubject(tool, person, course, link);
        return As switch
        {
            LaunchAs.NoContext => about with { Course = null },
            LaunchAs.NoNames => about with { IsNamed = false },
            LaunchAs.Anonymous => about with { IsNamed = false, IsKnown = false },
            LaunchAs.TestStudent when !course.HasStaff(person.Sub) => null,
            LaunchAs.TestStudent when lms.Quirks.Moodle => about with { Roles = [Roles.Learner] },
            LaunchAs.TestStudent => about with
            {
                Person = new LmsPerson($"test-student-{course.Id}", "Test", "Student") { Locale = person.Locale },
                Roles = [Roles.Learner, TestUser],
            },
            _ => about,
        };
    }

    public override string Target(LaunchSubject about) => about.Link!.TargetLinkUrl ?? base.Target(about);

    public override void AddTo(JsonObject claims, Lms lms, LaunchSubject about) => AddLink(claims, lms, about.Link!);

    internal static void AddLink(JsonObject claims, Lms lms, LmsLink link)
    {
        var claim = new JsonObject { ["id"] = link.Id, ["title"] = link.Title };
        if (link.Description is { } description)
            claim["description"] = description;
        claims["https://purl.imsglobal.org/spec/lti/claim/resource_link"] = claim;
        if (lms.Quirks.BrightspaceHistory)
            claims["ext_d2l_resource_link_id_history"] = string.Join(',', link.History);
    }

    /// <returns>Null when there is no such way to open a link.</returns>
    public static LaunchAs? Read(string? asked) => asked switch
    {
        null => LaunchAs.Oneself,
        "no-context" => LaunchAs.NoContext,
        "no-names" => LaunchAs.NoNames,
        "anonymous" => LaunchAs.Anonymous,
        "test-student" => LaunchAs.TestStudent,
        _ => null,
    };
}
