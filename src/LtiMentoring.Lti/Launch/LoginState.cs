using System.Text;

namespace LtiMentoring.Lti.Launch;

/// <summary>
/// What we must remember between asking the platform and its answer. It travels as the <c>state</c> parameter,
/// protected by the host, so that a flood of logins fills no table. It binds the launch to one registration, one
/// target and one browser.
/// </summary>
/// <param name="PlatformId">The registration that was asked.</param>
/// <param name="Nonce">Must come back inside the id_token.</param>
/// <param name="TargetLinkUri">What the login asked for; the message must ask for the same.</param>
/// <param name="Browser">Which of the browser's login cookies belongs to this login.</param>
/// <param name="BrowserHash">The hash of that cookie's value.</param>
/// <param name="SessionId">The session that the launch will open.</param>
/// <param name="IssuedAt">When the login began.</param>
public sealed record LoginState(
    Guid PlatformId, string Nonce, string TargetLinkUri, string Browser, string BrowserHash, string SessionId, DateTimeOffset IssuedAt)
{
    /// <summary>The platform's frame that keeps the browser's key instead of a cookie; null while a cookie does.</summary>
    public string? Storage { get; init; }

    /// <summary>How long a person may take to sign in to the platform on the way.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    /// <summary>Whether the answer came too late.</summary>
    public bool IsExpired(DateTimeOffset now) => now > IssuedAt + Lifetime;

    /// <summary>The state as bytes, to be protected.</summary>
    public byte[] Pack()
    {
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes, Encoding.UTF8);
        writer.Write(PlatformId.ToByteArray());
        writer.Write(Nonce);
        writer.Write(TargetLinkUri);
        writer.Write(Browser);
        writer.Write(BrowserHash);
        writer.Write(SessionId);
        writer.Write(IssuedAt.ToUnixTimeMilliseconds());
        if (Storage is not null)
            writer.Write(Storage);
        writer.Flush();
        return bytes.ToArray();
    }

    /// <summary>
    /// The state that <see cref="Pack"/> wrote, or null. The bytes were protected, so they are ours; but another version of
    /// this program may have packed them, while replicas are being replaced.
    /// </summary>
    public static LoginState? Unpack(byte[] packed)
    {
        using var reader = new BinaryReader(new MemoryStream(packed), Encoding.UTF8);
        try
        {
            var state = new LoginState(
                new Guid(reader.ReadBytes(16)), reader.ReadString(), reader.ReadString(), reader.ReadString(), reader.ReadString(),
                reader.ReadString(), DateTimeOffset.FromUnixTimeMilliseconds(reader.ReadInt64()));
            if (reader.BaseStream.Position < packed.Length)
                state = state with { Storage = reader.ReadString() };
            return reader.BaseStream.Position == packed.Length && state.Storage != "" ? state : null;
        }
        catch (Exception e) when (e is EndOfStreamException or FormatException or ArgumentException)
        {
            return null;
        }
    }
}
