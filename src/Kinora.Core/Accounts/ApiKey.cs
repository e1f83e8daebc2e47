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

    private const string Start = "key_";
    private const int HashDigits = 16;

    /// <summary>Names it without telling anything of it.</summary>
    public string Id => IdOf(Hash);

    /// <param name="hash">Of the key.</param>
    internal static string IdOf(string hash) => Start + hash[..HashDigits];

    /// <summary>The beginning of the hash that an id stands for; null when it can be no id.</summary>
    internal static string? HashStart(string id) =>
        id.Length == Start.Length + HashDigits && id.StartsWith(Start, StringComparison.Ordinal) && id[Start.Length..].All(char.IsAsciiHexDigitLower)
            ? id[Start.Length..]
            : null;
}
