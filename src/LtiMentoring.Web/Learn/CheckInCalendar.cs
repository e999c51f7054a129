using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using LtiMentoring.Web.Storage;
using Microsoft.AspNetCore.Mvc;

namespace LtiMentoring.Web.Learn;

/// <summary>A plan of meetings as a calendar file (RFC 5545): one event that repeats, at the district's time of day all year.</summary>
static class CheckInCalendar
{
    public const string MediaType = "text/calendar; charset=utf-8";

    public static string Write(CheckInPlan plan, string timeZone, string title)
    {
        var start = plan.FirstOn.ToDateTime(plan.StartsAt);
        var meeting = new CalendarEvent
        {
            // The same name each time the file is made, so that a calendar moves the meetings instead of adding more.
            Uid = $"{plan.PersonId}@ltimentoring",
            Sequence = plan.Sequence,
            DtStamp = new CalDateTime(plan.ChangedAt, "UTC"),
            Start = new CalDateTime(start, timeZone),
            End = new CalDateTime(start.AddMinutes(plan.Minutes), timeZone),
            Summary = title,
            Location = plan.Where.Length > 0 ? plan.Where : null,
            Class = "PRIVATE",
            RecurrenceRule = new RecurrenceRule(FrequencyType.Weekly, plan.EveryWeeks) { Count = plan.Times },
        };
        var calendar = new Calendar { ProductId = "-//LtiMentoring//Check-ins//EN" };
        calendar.AddTimeZone(VTimeZone.FromDateTimeZone(timeZone, start.AddYears(-1), includeHistoricalData: false));
        calendar.Events.Add(meeting);
        return new CalendarSerializer().SerializeToString(calendar)!;
    }

    /// <summary>The days of the first few meetings.</summary>
    public static IEnumerable<DateOnly> Days(CheckInPlan plan, int most) =>
        Enumerable.Range(0, Math.Min(plan.Times, most)).Select(index => plan.FirstOn.AddDays(7 * plan.EveryWeeks * index));
}
