namespace Kinora.Core.Accounts;

/// <summary>A key of an account, as it can be told: the key itself is not kept.</summary>
/// <param name="Hash">SHA-256 of the key, in lower-case hex.</param>
/// <param name="Name">What its owner calls it; null for one that was not made by its owner.</param>
/// <param name="Prefix">How the key begins; null for one that was not made by its owner.</param>
public sealed record ApiKey(string Hash, string? Name, string? Prefix, DateTimeOffset CreatedAt)
{
    /// <summary>What it is held to.</summary>
    public KeyLimits Limits { get; init; } = KeyLimits.None;

    /// <summary>When it was used last, to the minute; null for never, or not since that is written down.</summary>
    public DateTimeOffset? UsedAt { get; init; }

    /// <summary>Credits held and captured for what was accepted today, UTC.</summary>
    public long SpentToday { get; init; }

    /// <summary>Credits held and captured in all.</summary>
    public long Spent { get; init; }

    /// <summary>Names it without telling anything of it.</summary>
    public string Id => CredentialId.OfKey.From(Hash);
}
