namespace LtiMentoring.Web.Storage;

/// <summary>
/// A launch that was accepted. Its id stands in the address and its key in a cookie; only hashes of both are stored.
/// The row also is the memory of the used nonce.
/// </summary>
public sealed class StoredSession : IDistrictRow
{
    public required string IdHash { get; init; }
    public required string KeyHash { get; init; }
    public required string Nonce { get; init; }
    public required Guid DistrictId { get; init; }
    public required Guid RegistrationId { get; init; }
    public required Guid PersonId { get; init; }
    public required Guid PlacedLinkId { get; init; }
    public required Role Role { get; init; }

    /// <summary>The language of the screen, as a tag like es-MX.</summary>
    public required string Language { get; set; }

    public required DateTime OpenedAt { get; init; }
    public required DateTime SeenAt { get; set; }
}
