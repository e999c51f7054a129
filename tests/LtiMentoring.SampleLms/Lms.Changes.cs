using System.Collections.Immutable;
using System.Globalization;

using LtiMentoring.SampleLms.District;
using LtiMentoring.SampleLms.Gradebook;
using LtiMentoring.SampleLms.Groups;

namespace LtiMentoring.SampleLms;

/// <summary>What teachers and administrators do in the LMS.</summary>
public sealed partial class Lms
{
    public void Enroll(string courseId, string sub, params ReadOnlySpan<string> roles)
    {
        ImmutableArray<string> given = [.. roles];
        Courses.Change(courseId, course => course with { Members = course.Members.SetItem(sub, given) });
    }

    public void Unenroll(string courseId, string sub) =>
        Courses.Change(courseId, course => course with { Members = course.Members.Remove(sub) });

    /// <summary>Gives a placed link a column of its own, as an LMS does when a teacher ticks "graded".</summary>
    public GradeColumn AddColumn(string linkId, decimal maximum = 100)
    {
        var link = Links[linkId];
        return AddColumn(id => new GradeColumn
        {
            Id = id,
            CourseId = link.CourseId,
            Label = link.Title,
            Maximum = maximum,
            ResourceLinkId = link.Id,
            CameWithLink = true,
        });
    }

    /// <summary>Makes a new course of one, with its activities and teachers, and without its learners and grades.</summary>
    public LmsCourse CopyCourse(string id)
    {
        var (source, copy) = (Courses[id], CourseCopy.Of(this, Courses[id]));
        NoticeSender?.Copied(source, copy);
        return copy;
    }

    /// <summary>Makes a group of the course, or changes it: its name, its set and who is in it.</summary>
    public void PutGroup(string courseId, LmsGroup group) => Courses.Change(courseId, course => course with
    {
        Groups = [.. course.Groups.Where(known => known.Id != group.Id), group],
    });

    public void RemoveGroup(string courseId, string groupId) => Courses.Change(courseId, course => course with
    {
        Groups = course.Groups.RemoveAll(group => group.Id == groupId),
    });

    /// <summary>Removes a column and every grade in it.</summary>
    public bool DeleteColumn(string id)
    {
        lock (Gate)
        {
            Results.RemoveAll(grade => grade.ColumnId == id);
            return LineItems.Remove(id);
        }
    }

    public Grade? Result(string columnId, string sub) => Results.Find(Grade.IdOf(columnId, sub));

    /// <summary>Ids are never used twice, so that a grade cannot slip into a later column.</summary>
    internal GradeColumn AddColumn(Func<string, GradeColumn> column)
    {
        lock (Gate)
        {
            lastColumn++;
            return LineItems.Put(column(lastColumn.ToString(CultureInfo.InvariantCulture)));
        }
    }
}
