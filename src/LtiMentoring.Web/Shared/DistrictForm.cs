using System.Globalization;
using LtiMentoring.Training.Learn;
using LtiMentoring.Web.Hosting;
using LtiMentoring.Web.Storage;

namespace LtiMentoring.Web.Shared;

/// <summary>The settings of a district as a form: what was typed is kept until all of it is right, and until nobody else changed them meanwhile.</summary>
public sealed class DistrictForm
{
    const int LongestName = 200;
    const int LongestText = 4_000;

    public string? Name { get; set; }
    public string? Zone { get; set; }
    public string[] Spoken { get; set; } = [];
    public int Month { get; set; } = District.FirstMonth;
    public string? Schools { get; set; }
    public string? Purpose { get; set; }
    public string? Keep { get; set; }

    /// <summary>The words of the course that the district fills in: the value by <see cref="WordField"/>.</summary>
    public Dictionary<string, string?> Word { get; set; } = [];

    /// <summary>Which settings the form was made from.</summary>
    public string? Seen { get; set; }

    public static string WordField(string word, string language) => $"{word}.{language}";

    /// <summary>The words that a course leaves to the district. Its name is asked for by itself.</summary>
    public static IEnumerable<string> WordsOf(Course course) => course.Fill.Keys.Where(word => word != "district");

    public static DistrictForm Of(District district, Course course)
    {
        var words = DistrictWords.Of(district);
        return new DistrictForm
        {
            Name = district.Name, Zone = district.TimeZone, Spoken = district.Languages.Split(' '), Month = district.SchoolYearMonth, Schools = district.Schools,
            Purpose = district.Purpose, Keep = district.KeepMonths?.ToString(CultureInfo.InvariantCulture), Seen = Fingerprint(district),
            Word = WordsOf(course).SelectMany(word => Languages.All.Select(language => (Field: WordField(word, language), Text: words.Find(word, language))))
                .ToDictionary(field => field.Field, field => field.Text),
        };
    }

    public IEnumerable<Missing> Check(District now)
    {
        if (Seen != Fingerprint(now))
        {
            Seen = Fingerprint(now);
            yield return new Missing(nameof(Name), SharedWords.SettingsChanged);
        }
        if (string.IsNullOrWhiteSpace(Name) || Name.Length > LongestName)
            yield return new Missing(nameof(Name), SharedWords.DistrictNameNeeded);
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(Zone?.Trim() ?? "", out _))
            yield return new Missing(nameof(Zone), SharedWords.ZoneUnknown);
        if (!Spoken.Intersect(Languages.All).Any())
            yield return new Missing($"{nameof(Spoken)}-{Languages.Default}", SharedWords.LanguageNeeded);
        if (!string.IsNullOrWhiteSpace(Keep) && !(int.TryParse(Keep, NumberStyles.None, CultureInfo.InvariantCulture, out var months) && months is >= 1 and <= 120))
            yield return new Missing(nameof(Keep), SharedWords.KeepUnreadable);
        foreach (var (field, text) in new[] { (nameof(Schools), Schools), (nameof(Purpose), Purpose) }.Concat(Word.Select(word => ($"Word-{word.Key}", word.Value))))
            if (text?.Length > LongestText)
                yield return new Missing(field, SharedWords.TooLong.With(LongestText));
    }

    /// <summary>Takes the form over. Words that are no longer the course's are left as they are.</summary>
    public void Write(District district)
    {
        (district.Name, district.TimeZone) = (Name!.Trim(), Zone!.Trim());
        district.Languages = string.Join(' ', Languages.All.Where(Spoken.Contains));
        district.SchoolYearMonth = Math.Clamp(Month, 1, 12);
        district.Schools = Clean(Schools);
        district.Purpose = Clean(Purpose);
        district.KeepMonths = string.IsNullOrWhiteSpace(Keep) ? null : int.Parse(Keep, CultureInfo.InvariantCulture);
        var words = DistrictWords.Of(district);
        foreach (var (field, text) in Word)
            if (field.Split('.') is [var word, var language] && Languages.All.Contains(language))
                words.Set(word, language, Clean(text));
        district.Words = words.Write();
    }

    static string? Clean(string? text) => Writings.Clean(text ?? "") is { Length: > 0 } clean ? clean : null;

    static string Fingerprint(District district) => Secrets.Hash(string.Join('\u001f',
        district.Name, district.TimeZone, district.Languages, district.SchoolYearMonth, district.Schools, district.Purpose, district.KeepMonths, district.Words));
}
