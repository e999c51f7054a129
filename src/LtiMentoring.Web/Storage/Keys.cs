namespace LtiMentoring.Web.Storage;

/// <summary>A key pair of this tool; the private half is protected.</summary>
public sealed class StoredToolKey
{
    public required string Kid { get; init; }
    public required byte[] ProtectedKey { get; init; }
    public required DateTime CreatedAt { get; init; }

    /// <summary>From when it signs: a new key is published a while before, so that platforms have read it.</summary>
    public DateTime SignsFrom { get; set; }

    /// <summary>From when platforms are no longer shown it. Alone, at its own address, it stays: badges name it.</summary>
    public DateTime? LeavesAt { get; set; }
}

/// <summary>One element of ASP.NET Core's data protection key ring, shared by all replicas.</summary>
public sealed class ProtectionKey
{
    public required string Name { get; init; }
    public required string Xml { get; init; }
}

/// <summary>A piece of work that only one replica may do at a time.</summary>
public sealed class Lease
{
    public required string Name { get; init; }
    public required string Owner { get; set; }
    public required DateTime EndsAt { get; set; }
}
