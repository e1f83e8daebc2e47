using Kinora.Core.Generations;
using Microsoft.Data.Sqlite;

namespace Kinora.Core.Storage.Sqlite;

/// <summary>Generations in SQLite.</summary>
internal sealed class SqliteGenerationStore(SqliteDatabase database, WorkSignals signals, EventFeed feed) : IGenerationStore
{
    public async Task<IReadOnlyList<CommitResult>> CommitAsync(IReadOnlyList<GenerationChange> changes, CancellationToken cancellationToken) =>
        await database.WriteAsync(
            transaction => changes.Select(change => new SqliteChange(transaction, signals, feed).Apply(change)).ToList(), cancellationToken);

    public Task<Generation?> FindAsync(string id, CancellationToken cancellationToken) => database.ReadAsync(
        session => session.Query("SELECT document FROM generations WHERE id = $1", row => row.Generation(0), id).SingleOrDefault(), cancellationToken);

    public Task<IReadOnlyList<Generation>> ListAsync(
        string accountId, string? before, int limit, GenerationStatus? status, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<Generation>>(
            session => session.Query(
                """
                SELECT document FROM generations
                WHERE account_id = $1 AND ($2 IS NULL OR id < $2) AND ($3 IS NULL OR status = $3)
                ORDER BY id DESC LIMIT $4
                """,
                row => row.Generation(0), accountId, before, status?.Column(), limit),
            cancellationToken);

    public Task<IReadOnlyList<HistoryEntry>> HistoryAsync(string id, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<HistoryEntry>>(
            session => session.Query(
                "SELECT at, from_status, to_status, cause, detail FROM history WHERE generation_id = $1 ORDER BY number",
                row => new HistoryEntry(row.Time(0), row.IsDBNull(1) ? null : row.Status(1), row.Status(2), row.GetString(3), row.Text(4)), id),
            cancellationToken);

    public Task<CommitResult?> FindKeyAsync(string accountId, IdempotencyKey key, CancellationToken cancellationToken) =>
        database.ReadAsync(session => SqliteChange.FindKey(session, accountId, key), cancellationToken);

    public async Task<IReadOnlyList<Generation>> ClaimAsync(GenerationStatus status, Lease lease, int limit, CancellationToken cancellationToken) =>
        await database.WriteAsync(
            transaction => transaction.Session.Query(
                """
                UPDATE generations SET lease_owner = $1, leased_until = $2
                WHERE id IN (
                  SELECT id FROM generations
                  WHERE status = $3 AND due_at <= $4 AND (leased_until IS NULL OR leased_until <= $4)
                  ORDER BY due_at LIMIT $5)
                RETURNING document
                """,
                row => row.Generation(0), lease.Owner, lease.Until.Column(), status.Column(), lease.Now.Column(), limit),
            cancellationToken);

    public Task RenewAsync(IReadOnlyCollection<string> ids, Lease lease, CancellationToken cancellationToken) => database.WriteAsync(
        transaction => ids.Sum(id => transaction.Session.Execute(
            "UPDATE generations SET leased_until = $1 WHERE id = $2 AND lease_owner = $3", lease.Until.Column(), id, lease.Owner)),
        cancellationToken);

    public Task<DateTimeOffset?> NextDueAsync(GenerationStatus status, CancellationToken cancellationToken) => database.ReadAsync(
        session => session.Scalar(
            "SELECT MIN(MAX(due_at, COALESCE(leased_until, 0))) FROM generations WHERE status = $1 AND due_at IS NOT NULL", status.Column()) is long due
            ? DateTimeOffset.FromUnixTimeMilliseconds(due)
            : (DateTimeOffset?)null,
        cancellationToken);

    public Task<IReadOnlyList<AccountEvent>> EventsAfterAsync(string accountId, long number, int limit, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<AccountEvent>>(
            session => session.Query(
                """
                SELECT e.number, g.document FROM events e LEFT JOIN generations g ON g.id = e.generation_id
                WHERE e.account_id = $1 AND e.number > $2 ORDER BY e.number LIMIT $3
                """,
                row => new AccountEvent(row.GetInt64(0), row.IsDBNull(1) ? null : row.Generation(1)), accountId, number, limit),
            cancellationToken);
}
