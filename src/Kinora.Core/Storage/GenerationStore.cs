using System.Text.Json;
using Kinora.Core.Generations;

namespace Kinora.Core.Storage;

/// <summary>The one write path for generations and money, and their readers. Reads never wait for writes.</summary>
public sealed partial class GenerationStore
{
    private readonly ISqlDatabase _database;

    internal GenerationStore(ISqlDatabase database) => _database = database;

    /// <summary>Applies each change whole or not at all; durable when this completes. One result per change, in order.</summary>
    public Task<IReadOnlyList<CommitResult>> CommitAsync(IReadOnlyList<GenerationChange> changes, CancellationToken cancellationToken) =>
        _database.CommitAsync(changes, whole: false, cancellationToken);

    /// <summary>Applies all changes or none, and then says of each what stood in its way.</summary>
    public Task<IReadOnlyList<CommitResult>> CommitWholeAsync(IReadOnlyList<GenerationChange> changes, CancellationToken cancellationToken) =>
        _database.CommitAsync(changes, whole: true, cancellationToken);

    /// <summary>Reads one generation; null when there is none.</summary>
    public Task<Generation?> FindAsync(string id, CancellationToken cancellationToken) => _database.ReadAsync(
        async session => (await session.QueryAsync($"SELECT {SqlMarks.Columns} FROM generations g WHERE id = $1", row => row.Marked(0), id)).SingleOrDefault(),
        cancellationToken);

    /// <summary>A page of an account's generations.</summary>
    /// <param name="cursor">The id that the page before ended with; null for the first page. In a collection's own order nothing comes behind what is no longer in it.</param>
    /// <param name="filter">Null for all but the deleted ones, newest first.</param>
    public Task<List<Generation>> ListAsync(
        string accountId, string? cursor, int limit, GenerationFilter? filter, CancellationToken cancellationToken)
    {
        filter ??= new();
        var (from, beyond, order) = filter.Order switch
        {
            GenerationOrder.Own => (
                "generations g JOIN collection_items i ON i.collection_id = $10 AND i.generation_id = g.id",
                "(CAST($2 AS TEXT) IS NULL OR (place, generation_id) > (SELECT place, generation_id FROM collection_items WHERE collection_id = $10 AND generation_id = $2))",
                "place, generation_id"),
            GenerationOrder.Oldest => ("generations g", "id > COALESCE(CAST($2 AS TEXT), '')", "id"),
            _ => ("generations g", "id < COALESCE(CAST($2 AS TEXT), '~')", "id DESC"),
        };
        return _database.ReadAsync(
            session => session.QueryAsync(
                $"""
                SELECT {SqlMarks.Columns} FROM {from}
                WHERE account_id = $1 AND {beyond} AND deleted_at IS {(filter.Deleted ? "NOT" : "")} NULL AND purged = 0
                  AND (CAST($4 AS TEXT) IS NULL OR status = $4) AND (CAST($5 AS TEXT) IS NULL OR model_id = $5) AND (CAST($6 AS TEXT) IS NULL OR mode = $6)
                  AND (CAST($7 AS TEXT) IS NULL OR search LIKE $7 ESCAPE '!') AND (CAST($8 AS BIGINT) IS NULL OR favorite = $8)
                  AND (CAST($9 AS TEXT) IS NULL OR tags LIKE $9 ESCAPE '!')
                  AND (CAST($10 AS TEXT) IS NULL OR id IN (SELECT generation_id FROM collection_items WHERE collection_id = $10))
                  AND id >= COALESCE(CAST($11 AS TEXT), '') AND id < COALESCE(CAST($12 AS TEXT), '~')
                  AND (CAST($13 AS TEXT) IS NULL OR group_id = $13)
                ORDER BY {order} LIMIT $3
                """,
                row => row.Marked(0), accountId, cursor, limit, filter.Status?.Column(), filter.ModelId, filter.Mode, SqlMarks.Containing(filter.Text?.ToLowerInvariant()),
                filter.Favorite is { } favorite ? favorite ? 1L : 0L : null, SqlMarks.Containing(SqlMarks.Tag(filter.Tag)), filter.Collection,
                filter.From is { } since ? Books.IdAt(since) : null, filter.Until is { } until ? Books.IdAt(until) : null, filter.Group),
            cancellationToken);
    }

    /// <summary>What was made of a generation's take and is not deleted, oldest first.</summary>
    public Task<List<Generation>> ChildrenAsync(string id, int limit, CancellationToken cancellationToken) => _database.ReadAsync(
        session => session.QueryAsync(
            "SELECT document FROM generations WHERE parent_id = $1 AND deleted_at IS NULL ORDER BY id LIMIT $2", row => row.Generation(0), id, limit),
        cancellationToken);

    /// <summary>Every change of state of one generation, oldest first.</summary>
    public Task<List<HistoryEntry>> HistoryAsync(string id, CancellationToken cancellationToken) => _database.ReadAsync(
        async session =>
        {
            var changes = await session.QueryAsync(
                "SELECT at, from_status, to_status, cause, detail FROM history WHERE generation_id = $1 ORDER BY number",
                row => new HistoryEntry(row.Time(0), row.IsDBNull(1) ? null : row.Status(1), row.Status(2), row.GetString(3), row.Text(4)), id);
            // Once acceptances had rows too.
            if (changes is [{ From: null }, ..]) return changes;
            var accepted = await session.QueryAsync("SELECT document FROM generations WHERE id = $1", row => row.Generation(0), id);
            return [.. accepted.Select(generation => generation.Acceptance()), .. changes];
        },
        cancellationToken);

    /// <summary>The generation that this key made, if any.</summary>
    public Task<CommitResult?> FindKeyAsync(string accountId, IdempotencyKey key, CancellationToken cancellationToken) => _database.ReadAsync(
        async session => (await session.QueryAsync(
            "SELECT generation_id, body_hash FROM idempotency WHERE account_id = $1 AND key = $2",
            row => (CommitResult?)new CommitResult(CommitOutcome.KeyTaken, ExistingId: row.GetString(0), SameBody: row.GetString(1) == key.BodyHash),
            accountId, key.Key)).SingleOrDefault(),
        cancellationToken);

    /// <summary>Leases up to <paramref name="limit"/> generations in this line of <paramref name="status"/> that are due and free, longest due first.</summary>
    /// <remarks>A lease is the due time moved on: if nothing is committed until then, the generation is due again, for whoever asks.</remarks>
    public Task<List<Generation>> ClaimAsync(GenerationStatus status, string line, Lease lease, int limit, CancellationToken cancellationToken) => _database.WriteAsync(
        transaction => transaction.QueryAsync(
            $"""
            WITH due AS (
              SELECT id FROM generations
              WHERE status = $3 AND line = $5 AND due_at <= (SELECT kinora_now())
              ORDER BY due_at LIMIT $4 {_database.SkipLocked})
            UPDATE generations SET lease_owner = $1, due_at = (SELECT kinora_now()) + $2
            WHERE id IN (SELECT id FROM due)
            RETURNING document
            """,
            row => row.Generation(0), lease.Owner, (long)lease.Time.TotalMilliseconds, status.Column(), limit, line),
        cancellationToken);

    /// <summary>Prolongs those leases that are still its owner's.</summary>
    public Task RenewAsync(IReadOnlyCollection<string> ids, Lease lease, CancellationToken cancellationToken) => _database.WriteAsync(
        async transaction =>
        {
            foreach (var id in ids.Order(StringComparer.Ordinal))
            {
                await transaction.ExecuteAsync(
                    "UPDATE generations SET due_at = (SELECT kinora_now()) + $1 WHERE id = $2 AND lease_owner = $3",
                    (long)lease.Time.TotalMilliseconds, id, lease.Owner);
            }

            return true;
        },
        cancellationToken);

    /// <summary>Makes everything that runs due now: nobody may have listened when its provider called.</summary>
    public Task<int> AskAboutAllAsync(CancellationToken cancellationToken) => _database.WriteAsync(
        transaction =>
        {
            transaction.Tell(WorkKind.Poll);
            return transaction.ExecuteAsync(
                "UPDATE generations SET due_at = (SELECT kinora_now()) WHERE status = 'running' AND lease_owner IS NULL AND due_at > (SELECT kinora_now())");
        },
        cancellationToken);

    /// <summary>The lines of a status in which generations wait.</summary>
    public Task<List<string>> LinesAsync(GenerationStatus status, CancellationToken cancellationToken) => _database.ReadAsync(
        session => session.QueryAsync(
            "SELECT DISTINCT line FROM generations WHERE status = $1 AND due_at IS NOT NULL", row => row.GetString(0), status.Column()),
        cancellationToken);

    /// <summary>When the next generation in this line of <paramref name="status"/> is due, or its lease lapses; null when there is none.</summary>
    public Task<DateTimeOffset?> NextDueAsync(GenerationStatus status, string line, CancellationToken cancellationToken) => _database.ReadAsync(
        async session => await session.ScalarAsync(
            "SELECT MIN(due_at) FROM generations WHERE status = $1 AND line = $2 AND due_at IS NOT NULL", status.Column(), line) is long due
            ? DateTimeOffset.FromUnixTimeMilliseconds(due)
            : (DateTimeOffset?)null,
        cancellationToken);

    /// <summary>The generation whose last attempt the provider knows by this id, among the account's newest 5,000 that are not deleted; null when there is none.</summary>
    public async Task<Generation?> FindByTaskAsync(string accountId, string providerTaskId, CancellationToken cancellationToken)
    {
        // As it stands in the documents. A pattern takes no account of case: what is found is looked at once more.
        var inDocument = SqlMarks.Containing('"' + JsonEncodedText.Encode(providerTaskId).ToString() + '"');
        var found = await _database.ReadAsync(
            session => session.QueryAsync(
                $"""
                SELECT {SqlMarks.Columns} FROM (
                  SELECT * FROM generations WHERE account_id = $1 AND deleted_at IS NULL AND purged = 0 ORDER BY id DESC LIMIT 5000) g
                WHERE g.document LIKE $2 ESCAPE '!' ORDER BY g.id DESC LIMIT 10
                """,
                row => row.Marked(0), accountId, inDocument),
            cancellationToken);
        return found.Find(generation => generation.Attempt?.ProviderTaskId == providerTaskId);
    }
}

/// <summary>A claim that lapses by itself, by the database's clock.</summary>
public readonly record struct Lease(string Owner, TimeSpan Time);
