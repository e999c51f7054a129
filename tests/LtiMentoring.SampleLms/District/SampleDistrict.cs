using System.Collections.Immutable;

using LtiMentoring.SampleLms.Groups;

namespace LtiMentoring.SampleLms.District;

/// <summary>The people and courses that every sample LMS starts with.</summary>
static class SampleDistrict
{
    static readonly LmsPerson[] Named =
    [
        new("renata-okafor", "Renata", "Okafor"),
        new("marisol-vega", "Marisol", "Vega") { Locale = "es" },
        new("dana-whitcomb", "Dana", "Whitcomb"),
        new("kofi-mensah", "Kofi", "Mensah") { Roles = [Roles.InstitutionAdministrator] },
    ];

    static readonly (string Given, string Family)[] Colleagues =
    [
        ("Amara", "Lindqvist"), ("Benjamin", "Ortiz"), ("Chidi", "Abernathy"), ("Delphine", "Roux"), ("Elena", "Petrova"), ("Farid", "Haddad"),
        ("Grace", "Nakamura"), ("Hollis", "Byrne"), ("Imani", "Castellanos"), ("Jonah", "Feldman"), ("Keiko", "O’Brien"), ("Luis", "Thibodeaux"),
    ];

    public static void FillIn(Lms lms)
    {
        var colleagues = Colleagues.Select(name => new LmsPerson(Sub(name.Given, name.Family), name.Given, name.Family));
        foreach (var (person, number) in Named.Concat(colleagues).Select((person, index) => (person, 1001 + index)))
            lms.People.Put(person with { Email = $"{person.Sub}@district.example", SourcedId = $"EMP-{number}" });

        lms.Courses.Put(new LmsCourse("peer-mentoring", "PM-26", "Peer Mentoring 2026–27"));
        lms.Courses.Put(new LmsCourse("mentor-leads", "ML-26", "Mentor Leads 2026–27"));
        foreach (var person in lms.People)
            lms.Enroll("peer-mentoring", person.Sub, person.Sub is "dana-whitcomb" or "kofi-mensah" ? Roles.Instructor : Roles.Learner);

        var mentors = lms.People.Select(person => person.Sub).Where(lms.Courses["peer-mentoring"].HasLearner).ToList();
        lms.PutGroup("peer-mentoring", new LmsGroup("north", "North schools", "Fall cohorts") { Members = [.. mentors.Where((_, number) => number % 2 == 0)] });
        lms.PutGroup("peer-mentoring", new LmsGroup("south", "South schools", "Fall cohorts") { Members = [.. mentors.Where((_, number) => number % 2 == 1)] });

        // The same people in other roles: what somebody is in one course must not leak into another.
        lms.Enroll("mentor-leads", "dana-whitcomb", Roles.Learner);
        lms.Enroll("mentor-leads", "renata-okafor", Roles.Learner);
        lms.Enroll("mentor-leads", "kofi-mensah", Roles.Instructor);

        lms.Links.Put(new LmsLink("orientation", "peer-mentoring", "Peer mentor orientation")
        {
            Description = "Read, practice a hard conversation, and be ready for your first mentee.",
        });
        lms.Links.Put(new LmsLink("role-and-models", "peer-mentoring", "Module 1: Your role, and what it is not")
        {
            Description = "One module by itself, with a column of its own.",
            Custom = ImmutableSortedDictionary<string, string>.Empty.Add("module", "01-role-and-models"),
        });
        lms.Links.Put(new LmsLink("for-mentees", "peer-mentoring", "For mentees: what a mentor is")
        {
            Description = "The mentee’s chair, six minutes.",
            Custom = ImmutableSortedDictionary<string, string>.Empty.Add("module", "m1-for-mentees-what-a-mentor-is"),
        });
        lms.Links.Put(new LmsLink("leads-orientation", "mentor-leads", "Orientation for mentor leads"));
    }

    static string Sub(string given, string family) =>
        string.Concat($"{given}-{family}".Where(letter => char.IsAsciiLetter(letter) || letter == '-')).ToLowerInvariant();
}
