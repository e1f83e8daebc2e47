using Kinora.Core.Credits;

namespace Kinora.Core.Storage;

/// <summary>Money that moves without a generation.</summary>
internal static class SqlLedger
{
    public const string Insert =
        "INSERT INTO ledger (account_id, generation_id, kind, balance_change, held_change, at, note, key_id) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";

    /// <summary>False when the account does not exist.</summary>
    public static async Task<bool> PostAsync(ISqlSession session, LedgerEntry entry)
    {
        var posted = await session.ExecuteAsync(
            "UPDATE accounts SET balance = balance + $2, held = held + $3 WHERE id = $1", entry.AccountId, entry.BalanceChange, entry.HeldChange);
        if (posted == 0) return false;
        await session.ExecuteAsync(Insert, Columns(entry));
        return true;
    }

    public static object?[] Columns(LedgerEntry entry) =>
        [entry.AccountId, entry.GenerationId, entry.Kind.Column(), entry.BalanceChange, entry.HeldChange, entry.At.Column(), entry.Note, entry.KeyId];
}
