using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace LtiMentoring.Web.Storage;

/// <summary>Keeps ASP.NET Core's data protection keys in the database, where every replica finds them.</summary>
sealed class ProtectionKeyRing(IServiceProvider services) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var scope = services.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<MentoringDb>();
        return [.. db.ProtectionKeys.Select(key => key.Xml).AsEnumerable().Select(XElement.Parse)];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var scope = services.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<MentoringDb>();
        // The interface is not asynchronous; this happens once in ninety days. Added inside: what is added outside is lost
        // when the write has to be tried again.
        db.WriteAsync(() =>
        {
            db.ProtectionKeys.Add(new ProtectionKey { Name = friendlyName, Xml = element.ToString(SaveOptions.DisableFormatting) });
            return Task.CompletedTask;
        }).GetAwaiter().GetResult();
    }
}
