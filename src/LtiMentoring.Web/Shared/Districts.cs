using LtiMentoring.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace LtiMentoring.Web.Shared;

/// <summary>Changes to a district, by an operator or by its own administrators.</summary>
public sealed class Districts(MentoringDb db)
{
    /// <summary>Of so many people one is chosen from a list; beyond it, those who were here last are shown.</summary>
    const int MostListed = 500;

    /// <summary>Saves the form, or says what is missing. Belongs to a page that knows that this district may be changed.</summary>
    public Task<IReadOnlyList<Missing>> SaveAsync(Guid districtId, DistrictForm form, CancellationToken cancel) => db.WriteAsync<IReadOnlyList<Missing>>(async () =>
    {
        var district = await db.Districts.SingleAsync(row => row.Id == districtId, cancel);
        var missing = form.Check(district).ToList();
        if (missing.Count == 0)
            form.Write(district);
        return missing;
    }, cancel);

    /// <summary>Those who were given the administrator's role, and those who could be.</summary>
    public async Task<(IReadOnlyList<Person> Granted, IReadOnlyList<Person> Others)> PeopleAsync(Guid districtId, CancellationToken cancel)
    {
        db.DistrictId = districtId;
        var people = db.People.AsNoTracking().Where(row => row.Subject != "" && !row.IsTest);
        var others = await people.Where(row => row.GrantedRole == null).OrderByDescending(row => row.SeenAt).Take(MostListed).ToListAsync(cancel);
        return (await people.Where(row => row.GrantedRole != null).OrderBy(row => row.Name).ToListAsync(cancel), [.. others.OrderBy(row => row.Name ?? row.Subject, StringComparer.CurrentCulture)]);
    }

    /// <summary>Gives a role above that of the launch, or takes it back. It holds from the person's next launch.</summary>
    public Task GrantAsync(Guid districtId, Guid personId, Role? role, CancellationToken cancel)
    {
        db.DistrictId = districtId;
        return db.WriteAsync(() => db.People.Where(row => row.Id == personId && row.Subject != "")
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.GrantedRole, role), cancel), cancel);
    }
}
