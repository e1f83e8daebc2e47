using System.Text.Json.Serialization;

namespace Kinora.Core.Credits;

/// <summary>One immutable change of an account's money; unique per generation and kind.</summary>
/// <param name="BalanceChange">Credits added to (or taken from) the balance.</param>
/// <param name="HeldChange">Credits added to (or taken from) what is set aside.</param>
public sealed record LedgerEntry(
    string AccountId, LedgerKind Kind, long BalanceChange, long HeldChange, string? GenerationId, DateTimeOffset At, string? Note = null)
{
    /// <summary>The key that asked for the generation; null where none did.</summary>
    public string? KeyId { get; init; }

    /// <summary>Credits given to an account.</summary>
    public static LedgerEntry Grant(string accountId, long credits, DateTimeOffset at, string note) =>
        new(accountId, LedgerKind.Grant, credits, 0, null, at, note);

    /// <summary>An administrator's correction, up or down; it may leave less than nothing.</summary>
    public static LedgerEntry Adjustment(string accountId, long credits, DateTimeOffset at, string reason) =>
        new(accountId, LedgerKind.Adjust, credits, 0, null, at, reason);

    /// <summary>Credits set aside when a generation is accepted.</summary>
    public static LedgerEntry Hold(string accountId, string generationId, long credits, DateTimeOffset at) =>
        new(accountId, LedgerKind.Hold, 0, credits, generationId, at);

    /// <summary>The hold undone: the generation came to nothing.</summary>
    public static LedgerEntry Release(string accountId, string generationId, long held, DateTimeOffset at) =>
        new(accountId, LedgerKind.Release, 0, -held, generationId, at);

    /// <summary>The hold undone and the price taken, with the final state.</summary>
    public static LedgerEntry Capture(string accountId, string generationId, long held, long captured, DateTimeOffset at) =>
        new(accountId, LedgerKind.Capture, -captured, -held, generationId, at);
}

/// <summary>What a ledger entry does.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<LedgerKind>))]
public enum LedgerKind
{
    /// <summary>Adds to the balance.</summary>
    [JsonStringEnumMemberName("grant")] Grant,

    /// <summary>Sets credits aside.</summary>
    [JsonStringEnumMemberName("hold")] Hold,

    /// <summary>Takes the price from the balance and ends the hold.</summary>
    [JsonStringEnumMemberName("capture")] Capture,

    /// <summary>Ends the hold.</summary>
    [JsonStringEnumMemberName("release")] Release,

    /// <summary>Adds to the balance or takes from it, by hand.</summary>
    [JsonStringEnumMemberName("adjust")] Adjust,
}
