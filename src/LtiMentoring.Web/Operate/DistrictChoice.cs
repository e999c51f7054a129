using LtiMentoring.Web.Shared;
using LtiMentoring.Web.Storage;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;

namespace LtiMentoring.Web.Operate;

/// <summary>Which district something is for: one that is there, or a new one with its name and time zone.</summary>
public sealed class DistrictChoice
{
    /// <summary>Stands for a new district among the values of the form.</summary>
    public const string New = "new";

    public const string Field = "district";
    public const string NameField = "districtName";
    public const string ZoneField = "districtZone";

    public string? District { get; init; }
    public string? DistrictName { get; init; }
    public string? DistrictZone { get; init; }

    /// <summary>Those that are there.</summary>
    [BindNever]
    public IReadOnlyList<District> Known { get; private set; } = [];

    /// <summary>What is chosen as the page opens: the only district, or a new one when there is none.</summary>
    public string? Selected => District ?? (Known.Count == 0 ? New : Known.Count == 1 ? Known[0].Id.ToString() : null);

    public async Task LoadAsync(MentoringDb db, CancellationToken cancel) =>
        Known = await db.Districts.AsNoTracking().OrderBy(row => row.Name).ToListAsync(cancel);

    /// <param name="prefix">What stands before the names of the fields on the page, where it has several such forms.</param>
    public IEnumerable<Missing> Check(string prefix = "")
    {
        if (District == New)
        {
            if (string.IsNullOrWhiteSpace(DistrictName))
                yield return new Missing(prefix + NameField, OperateWords.DistrictNameNeeded);
            if (!TimeZoneInfo.TryFindSystemTimeZoneById(DistrictZone ?? "", out _))
                yield return new Missing(prefix + ZoneField, OperateWords.DistrictZoneUnknown);
        }
        else if (Known.All(district => district.Id.ToString() != District))
            yield return new Missing(prefix + Field, OperateWords.DistrictNeeded);
    }

    /// <summary>The district that was chosen, made when it is new. Belongs behind a check.</summary>
    public async Task<Guid> ResolveAsync(MentoringDb db, CancellationToken cancel)
    {
        if (District != New)
            return Guid.Parse(District!);
        var district = new District { Name = DistrictName!.Trim(), TimeZone = DistrictZone! };
        await db.WriteAsync(() => { db.Districts.Add(district); return Task.CompletedTask; }, cancel);
        return district.Id;
    }
}
