using Kinora.Core.Credits;

namespace Kinora.Core.Storage.Sqlite;

/// <summary>Posts ledger entries: the immutable row and the account's two sums, in the same commit.</summary>
internal static class SqliteLedger
{
    /// <summary>False when the account does not exist or, for a hold, cannot pay.</summary>
    public static bool Post(SqliteSession session, LedgerEntry entry)
    {
        var spends = entry.Kind is LedgerKind.Hold ? entry.HeldChange : 0;
        var posted = session.Execute(
            """
            UPDATE accounts SET balance = balance + $2, held = held + $3
            WHERE id = $1 AND ($4 = 0 OR balance - held >= $4)
            """,
            entry.AccountId, entry.BalanceChange, entry.HeldChange, spends);
        if (posted == 0) return false;
        session.Execute(
            "INSERT INTO ledger (account_id, generation_id, kind, balance_change, held_change, at, note) VALUES ($1, $2, $3, $4, $5, $6, $7)",
            entry.AccountId, entry.GenerationId, entry.Kind.Column(), entry.BalanceChange, entry.HeldChange, entry.At.Column(), entry.Note);
        return true;
    }

    public static long Available(SqliteSession session, string accountId) =>
        session.Scalar("SELECT balance - held FROM accounts WHERE id = $1", accountId) as long? ?? 0;
}
