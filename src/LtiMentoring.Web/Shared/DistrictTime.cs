using LtiMentoring.Web.Hosting;

namespace LtiMentoring.Web.Shared;

/// <summary>Dates and times as the district's people read them: in its time zone, in the language of the page.</summary>
public sealed class DistrictTime(CurrentSession session)
{
    readonly TimeZoneInfo zone =
        TimeZoneInfo.TryFindSystemTimeZoneById(session.Open.District.TimeZone, out var found) ? found : TimeZoneInfo.Utc;

    /// <summary>The zone by the name that calendars know it by.</summary>
    public string ZoneName => zone.HasIanaId ? zone.Id : "UTC";

    public string DateAndTime(DateTime utc) => SharedWords.DateAndTime.With(Local(utc).ToString("D", null), Local(utc).ToString("t", null));

    public string Date(DateTime utc) => Local(utc).ToString("D", null);

    /// <summary>Which day it is there.</summary>
    public DateOnly DayAt(DateTime utc) => DateOnly.FromDateTime(Local(utc));

    /// <summary>The moment at which a day is over.</summary>
    public DateTimeOffset EndOf(DateOnly day)
    {
        var last = day.ToDateTime(new TimeOnly(23, 59));
        return new DateTimeOffset(last, zone.GetUtcOffset(last));
    }

    DateTime Local(DateTime utc) => TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), zone);
}
