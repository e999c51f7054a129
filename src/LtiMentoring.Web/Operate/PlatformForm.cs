using LtiMentoring.Lti;
using LtiMentoring.Lti.Registration;
using LtiMentoring.Web.Shared;
using LtiMentoring.Web.Storage;

namespace LtiMentoring.Web.Operate;

/// <summary>What an operator types about an LMS. Every field keeps what was typed until all of them are right.</summary>
public sealed class PlatformForm
{
    public string? Name { get; set; }
    public string? Issuer { get; set; }
    public string? ClientId { get; set; }
    public string? Deployment { get; set; }
    public string? Auth { get; set; }
    public string? Token { get; set; }
    public string? Keys { get; set; }
    public string? Audience { get; set; }
    public string? Frames { get; set; }
    public bool Started { get; set; }
    public bool Anonymous { get; set; }

    /// <summary>A registration as the form shows it.</summary>
    public static PlatformForm Of(Registration row) => new()
    {
        Name = row.Name, Issuer = row.Issuer, ClientId = row.ClientId, Auth = row.AuthorizationEndpoint, Token = row.TokenEndpoint, Keys = row.JwksUri,
        Audience = row.TokenAudience, Frames = row.FrameOrigins.Replace(' ', '\n'), Started = row.TellsStarted, Anonymous = row.AllowsAnonymous,
    };

    /// <summary>Fills in what pasted JSON says, and leaves the rest as it was typed.</summary>
    public void Take(PastedPlatform pasted) =>
        (Issuer, ClientId, Deployment, Auth, Token, Keys, Audience) = (
            pasted.Issuer ?? Issuer, pasted.ClientId ?? ClientId, pasted.DeploymentId ?? Deployment, pasted.AuthorizationEndpoint ?? Auth,
            pasted.TokenEndpoint ?? Token, pasted.JwksUri ?? Keys, pasted.TokenAudience ?? Audience);

    /// <param name="mayUseHttp">While the tool is tried on one machine.</param>
    /// <param name="isNew">Whether issuer and client id are typed too; they never change afterwards.</param>
    public IEnumerable<Missing> Check(bool mayUseHttp, bool isNew)
    {
        foreach (var (field, value, words) in Addresses(isNew))
            if (Trouble(value, mayUseHttp) is { } trouble)
                yield return new Missing(field, $"{words}: {trouble}");
        if (isNew && string.IsNullOrWhiteSpace(ClientId))
            yield return new Missing("ClientId", OperateWords.ClientIdNeeded);
        if (Origins().Any(origin => Trouble(origin, mayUseHttp) is not null || WebAddress.Origin(origin) != origin.TrimEnd('/')))
            yield return new Missing("Frames", OperateWords.FramesUnreadable);
    }

    IEnumerable<(string Field, string? Value, string Words)> Addresses(bool isNew)
    {
        if (isNew)
            yield return ("Issuer", Issuer, OperateWords.Issuer);
        yield return ("Auth", Auth, OperateWords.AuthAddress);
        yield return ("Token", Token, OperateWords.TokenAddress);
        yield return ("Keys", Keys, OperateWords.KeysAddress);
    }

    static string? Trouble(string? address, bool mayUseHttp) =>
        string.IsNullOrWhiteSpace(address) ? OperateWords.AddressNeeded
        : !WebAddress.IsAbsolute(address.Trim()) ? OperateWords.AddressUnreadable
        : !mayUseHttp && !address.Trim().StartsWith("https://", StringComparison.OrdinalIgnoreCase) ? OperateWords.AddressInsecure
        : null;

    IReadOnlyList<string> Origins() => [.. (Frames ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)];

    /// <summary>The sites that may show the tool, as a registration keeps them: those named, or those of its addresses.</summary>
    string FrameOrigins() => string.Join(' ', (Origins().Count > 0 ? Origins() : [Issuer!.Trim(), Auth!.Trim()]).Select(WebAddress.Origin).Distinct());

    public NewPlatform ToPlatform(string? family, Guid districtId) => new(
        Issuer!.Trim(), ClientId!.Trim(), string.IsNullOrWhiteSpace(Deployment) ? null : Deployment.Trim(), Auth!.Trim(), Token!.Trim(), Keys!.Trim(),
        string.IsNullOrWhiteSpace(Name) ? null : Name.Trim(), Origins(), null, null)
    {
        DistrictId = districtId, Family = family, TokenAudience = string.IsNullOrWhiteSpace(Audience) ? null : Audience.Trim(),
        TellsStarted = Started, AllowsAnonymous = Anonymous,
    };

    /// <summary>Takes the form over into a registration that is there.</summary>
    public void Write(Registration row)
    {
        row.Name = string.IsNullOrWhiteSpace(Name) ? row.Name : Name.Trim();
        (row.AuthorizationEndpoint, row.TokenEndpoint, row.JwksUri) = (Auth!.Trim(), Token!.Trim(), Keys!.Trim());
        row.TokenAudience = string.IsNullOrWhiteSpace(Audience) ? null : Audience.Trim();
        row.FrameOrigins = FrameOrigins();
        (row.TellsStarted, row.AllowsAnonymous) = (Started, Anonymous);
    }
}
