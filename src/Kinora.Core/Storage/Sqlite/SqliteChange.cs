using Kinora.Core.Credits;
using Kinora.Core.Generations;

namespace Kinora.Core.Storage.Sqlite;

/// <summary>Applies one change inside a group commit, whole or not at all.</summary>
internal sealed class SqliteChange(SqliteTransaction transaction, WorkSignals signals, EventFeed feed)
{
    private readonly SqliteSession _session = transaction.Session;

    public CommitResult Apply(GenerationChange change) => transaction.Isolated(() =>
    {
        var result = Try(change);
        return (result, result.Outcome is CommitOutcome.Applied);
    });

    public static CommitResult? FindKey(SqliteSession session, string accountId, IdempotencyKey key) =>
        session.Query(
            "SELECT generation_id, body_hash FROM idempotency WHERE account_id = $1 AND key = $2",
            row => (CommitResult?)new CommitResult(CommitOutcome.KeyTaken, ExistingId: row.GetString(0), SameBody: row.GetString(1) == key.BodyHash),
            accountId, key.Key).SingleOrDefault();

    private CommitResult Try(GenerationChange change)
    {
        var generation = change.Generation;
        if (change.Idempotency is { } key && FindKey(_session, generation.AccountId, key) is { } taken) return taken;
        if (!Write(generation)) return new(CommitOutcome.Conflict);
        foreach (var entry in change.Ledger)
        {
            if (!SqliteLedger.Post(_session, entry)) return new(CommitOutcome.InsufficientCredits, SqliteLedger.Available(_session, entry.AccountId));
        }

        if (change.Idempotency is { } kept)
        {
            _session.Execute(
                "INSERT INTO idempotency (account_id, key, body_hash, generation_id) VALUES ($1, $2, $3, $4)",
                generation.AccountId, kept.Key, kept.BodyHash, generation.Id);
        }

        if (change.History is { } history) Append(generation, history);
        if (generation.DueAt is not null) transaction.AfterCommit(() => signals.Pulse(generation.Status));
        return new(CommitOutcome.Applied);
    }

    private bool Write(Generation generation) => generation.Version == 1
        ? _session.Execute(
            "INSERT INTO generations (id, account_id, version, status, due_at, document) VALUES ($1, $2, 1, $3, $4, $5)",
            generation.Id, generation.AccountId, generation.Status.Column(), generation.DueAt.Column(), generation.Column()) == 1
        : _session.Execute(
            """
            UPDATE generations SET version = $1, status = $2, due_at = $3, document = $4, lease_owner = NULL, leased_until = NULL
            WHERE id = $5 AND version = $1 - 1
            """,
            generation.Version, generation.Status.Column(), generation.DueAt.Column(), generation.Column(), generation.Id) == 1;

    private void Append(Generation generation, HistoryEntry entry)
    {
        _session.Execute(
            "INSERT INTO history (generation_id, number, at, from_status, to_status, cause, detail) VALUES ($1, $2, $3, $4, $5, $6, $7)",
            generation.Id, generation.Version, entry.At.Column(), entry.From?.Column(), entry.To.Column(), entry.Cause, entry.Detail);
        SqliteEvents.Append(transaction, feed, generation.AccountId, generation.Id);
    }
}
