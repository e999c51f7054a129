using System.Globalization;

using LtiMentoring.SampleLms.Gradebook;

namespace LtiMentoring.SampleLms.District;

/// <summary>
/// What every LMS does to a course at the year's end: the same activities with new ids, new columns, and the teachers. A tool
/// hears of it only if it asked for notices.
/// </summary>
static class CourseCopy
{
    public static LmsCourse Of(Lms lms, LmsCourse source)
    {
        lock (lms.Gate)
        {
            var number = Enumerable.Range(2, int.MaxValue - 2)
                .First(number => lms.Courses.Find(Numbered(source.Id, number)) is null).ToString(CultureInfo.InvariantCulture);
            var copy = lms.Courses.Put(source with
            {
                Id = $"{source.Id}-{number}",
                Label = $"{source.Label}-{number}",
                Title = $"{source.Title} (copy {number})",
                SourcedId = "",
                Members = source.Members.RemoveRange(source.Members.Keys.Where(source.HasLearner)),
                Groups = [],
                History = lms.Quirks.CopiesForget ? [] : source.History.Insert(0, source.Id),
            });
            foreach (var link in lms.Links.Where(link => link.CourseId == source.Id).ToList())
                Copy(lms, link, lms.Links.Put(link with
                {
                    Id = lms.NewLinkId(),
                    CourseId = copy.Id,
                    Custom = lms.Quirks.CopiesForget ? link.Custom.Clear() : link.Custom,
                    History = lms.Quirks.CopiesForget ? [] : link.History.Insert(0, link.Id),
                }));
            return copy;
        }
    }

    /// <summary>A column that a tool made for itself stays behind: it is no part of the activity.</summary>
    static void Copy(Lms lms, LmsLink from, LmsLink to)
    {
        foreach (var column in lms.LineItems.Where(column => column.ResourceLinkId == from.Id && column.CameWithLink).ToList())
            lms.AddColumn(id => new GradeColumn
            {
                Id = id,
                CourseId = to.CourseId,
                Label = column.Label,
                Maximum = column.Maximum,
                ResourceLinkId = to.Id,
                CameWithLink = true,
                ResourceId = column.ResourceId,
                Tag = column.Tag,
                StartDateTime = column.StartDateTime,
                EndDateTime = column.EndDateTime,
            });
    }

    static string Numbered(string id, int number) => $"{id}-{number.ToString(CultureInfo.InvariantCulture)}";
}
