namespace Kinora.Core.Accounts;

/// <summary>What a key is held to. Without any it may do all that its account may.</summary>
public sealed record KeyLimits
{
    /// <summary>More than anybody looks after.</summary>
    public const int MostAddresses = 50;

    public static KeyLimits None { get; } = new();

    public KeyScope Scope { get; init; } = KeyScope.Admin;

    /// <summary>Null when it does not lapse.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>Addresses and networks as <see cref="AddressRange"/> reads them; none for any.</summary>
    public IReadOnlyList<string> AllowedIps { get; init; } = [];

    /// <summary>Credits that may be spent in one day, UTC; null for any number.</summary>
    public long? DailyCredits { get; init; }

    /// <summary>Credits that may be spent in all; null for any number.</summary>
    public long? TotalCredits { get; init; }

    internal bool HasCaps => DailyCredits is not null || TotalCredits is not null;

    /// <summary>Whether it holds a key back from nothing that an account of this role may do. Only such a key may make other keys.</summary>
    public bool AreNoneFor(AccountRole role) =>
        Scope >= (role is AccountRole.Admin ? KeyScope.Admin : KeyScope.Generate) && ExpiresAt is null && AllowedIps.Count == 0 && !HasCaps;
}
