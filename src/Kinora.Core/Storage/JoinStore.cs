using System.Data.Common;
using System.Text.Json;
using Kinora.Core.Generations;
using Kinora.Core.Joins;

namespace Kinora.Core.Storage;

/// <summary>Joins, whoever makes them, and what came of them.</summary>
public sealed class JoinStore
{
    /// <summary>Joins of one account that may wait or be in the making.</summary>
    public const int MostWaiting = 20;

    private const string Columns = "id, account_id, plan, status, progress, tries, output, failure, created_at, started_at, completed_at";
    private readonly ISqlDatabase _database;

    internal JoinStore(ISqlDatabase database) => _database = database;

    /// <summary>Adds a join that is due at once, unless its key was used or the account has as many as it may.</summary>
    internal Task<JoinResult> AddAsync(Join join, IdempotencyKey? key, CancellationToken cancellationToken) => _database.WriteAsync<JoinResult>(
        async transaction =>
        {
            // The account's row first, as every commit locks it: what is counted and looked for then stays so.
            await transaction.ExecuteAsync("UPDATE accounts SET held = held WHERE id = $1", join.AccountId);
            if (key is not null && await FindKeyAsync(transaction, join.AccountId, key) is { } earlier) return earlier;
            if ((long)(await transaction.ScalarAsync("SELECT COUNT(*) FROM joins WHERE account_id = $1 AND due_at IS NOT NULL", join.AccountId))! >= MostWaiting)
                return new JoinResult.TooMany();
            await transaction.ExecuteAsync(
                """
                INSERT INTO joins (id, account_id, status, plan, created_at, key, body_hash, due_at)
                VALUES ($1, $2, 'queued', $3, $4, CAST($5 AS TEXT), CAST($6 AS TEXT), (SELECT kinora_now()))
                """,
                join.Id, join.AccountId, JsonSerializer.Serialize(join.Plan, KinoraJsonContext.Default.JoinPlan), join.CreatedAt.Column(), key?.Key, key?.BodyHash);
            transaction.Tell(WorkKind.Join);
            return new JoinResult.Accepted(join, Replayed: false);
        },
        cancellationToken);

    /// <summary>What an earlier request with this key came to; null when there was none.</summary>
    internal Task<JoinResult?> FindKeyAsync(string accountId, IdempotencyKey key, CancellationToken cancellationToken) =>
        _database.ReadAsync(session => FindKeyAsync(session, accountId, key), cancellationToken);

    /// <summary>Null when the account has no such join.</summary>
    public Task<Join?> FindAsync(string accountId, string id, CancellationToken cancellationToken) => _database.ReadAsync(
        async session => (await session.QueryAsync($"SELECT {Columns} FROM joins WHERE id = $1 AND account_id = $2", Read, id, accountId)).SingleOrDefault(),
        cancellationToken);

    /// <summary>A page of an account's joins, newest first, older than the one with id <paramref name="before"/>.</summary>
    public Task<List<Join>> ListAsync(string accountId, string? before, int limit, CancellationToken cancellationToken) => _database.ReadAsync(
        session => session.QueryAsync(
            $"SELECT {Columns} FROM joins WHERE account_id = $1 AND id < COALESCE(CAST($2 AS TEXT), '~') ORDER BY id DESC LIMIT $3", Read, accountId, before, limit),
        cancellationToken);

    /// <summary>Takes a join away, in whatever state; its files are loose then, and who makes it learns it at the next renewal. False when the account has none.</summary>
    public Task<bool> DeleteAsync(string accountId, string id, CancellationToken cancellationToken) => _database.WriteAsync(
        async transaction =>
        {
            var gone = await transaction.QueryAsync("DELETE FROM joins WHERE id = $1 AND account_id = $2 RETURNING output", row => Output(row, 0), id, accountId);
            foreach (var file in gone.SelectMany(output => output?.Files ?? []).Order(StringComparer.Ordinal))
                await transaction.ExecuteAsync("INSERT INTO loose_files (key, sweep_at) VALUES ($1, (SELECT kinora_now())) ON CONFLICT DO NOTHING", file);
            return gone.Count > 0;
        },
        cancellationToken);

    /// <summary>Whether something is due.</summary>
    internal Task<bool> IsAnyDueAsync(CancellationToken cancellationToken) => _database.ReadAsync(
        async session => await session.ScalarAsync("SELECT 1 FROM joins WHERE due_at <= (SELECT kinora_now()) LIMIT 1") is not null, cancellationToken);

    /// <summary>Leases the join that is longest due, of those that are free; null when there is none. It counts as a try.</summary>
    internal Task<Join?> ClaimAsync(Lease lease, DateTimeOffset now, CancellationToken cancellationToken) => _database.WriteAsync(
        async transaction => (await transaction.QueryAsync(
            $"""
            WITH due AS (SELECT id FROM joins WHERE due_at <= (SELECT kinora_now()) ORDER BY due_at LIMIT 1 {_database.SkipLocked})
            UPDATE joins SET status = 'running', progress = 0, tries = tries + 1, started_at = COALESCE(started_at, $3), lease_owner = $1,
              due_at = (SELECT kinora_now()) + $2
            WHERE id IN (SELECT id FROM due)
            RETURNING {Columns}
            """,
            Read, lease.Owner, (long)lease.Time.TotalMilliseconds, now.Column())).SingleOrDefault(),
        cancellationToken);

    /// <summary>Prolongs a lease and notes how far it is. False when it is the owner's no more: the join was deleted, or somebody else makes it.</summary>
    internal Task<bool> RenewAsync(string id, Lease lease, int progress, CancellationToken cancellationToken) => UpdateAsync(
        "due_at = (SELECT kinora_now()) + $3, progress = $4", id, lease.Owner, cancellationToken, (long)lease.Time.TotalMilliseconds, progress);

    /// <summary>It is to be tried again after a while; a try that its node broke off itself does not count.</summary>
    internal Task<bool> PutOffAsync(string id, string owner, TimeSpan wait, bool counts, CancellationToken cancellationToken) => UpdateAsync(
        $"status = 'queued', progress = 0, lease_owner = NULL, tries = tries - {(counts ? 0 : 1)}, due_at = (SELECT kinora_now()) + $3",
        id, owner, cancellationToken, (long)wait.TotalMilliseconds);

    /// <summary>There will be no film. False when it is the owner's no more, as below.</summary>
    internal Task<bool> FailAsync(string id, string owner, string reason, DateTimeOffset now, CancellationToken cancellationToken) => UpdateAsync(
        "status = 'failed', lease_owner = NULL, due_at = NULL, failure = $3, completed_at = $4", id, owner, cancellationToken, reason, now.Column());

    /// <summary>The film is made: its files, which were written down as loose, are the join's.</summary>
    /// <exception cref="IOException">They were swept meanwhile.</exception>
    internal Task<bool> CompleteAsync(string id, string owner, GenerationOutput output, DateTimeOffset now, CancellationToken cancellationToken) => _database.WriteAsync(
        async transaction =>
        {
            var kept = await UpdateAsync(
                transaction, "status = 'succeeded', progress = 100, lease_owner = NULL, due_at = NULL, output = $3, completed_at = $4", id, owner,
                JsonSerializer.Serialize(output, KinoraJsonContext.Default.GenerationOutput), now.Column());
            if (!kept) return false;
            foreach (var file in output.Files.Order(StringComparer.Ordinal))
            {
                if (await transaction.ExecuteAsync("DELETE FROM loose_files WHERE key = $1 AND sweeping = 0", file) == 0)
                    throw new IOException("It took so long that its files were swept.");
            }

            return true;
        },
        cancellationToken);

    private Task<bool> UpdateAsync(string assignments, string id, string owner, CancellationToken cancellationToken, params object?[] values) =>
        _database.WriteAsync(transaction => UpdateAsync(transaction, assignments, id, owner, values), cancellationToken);

    private static async Task<bool> UpdateAsync(ISqlTransaction transaction, string assignments, string id, string owner, params object?[] values) =>
        await transaction.ExecuteAsync($"UPDATE joins SET {assignments} WHERE id = $1 AND lease_owner = $2", [id, owner, .. values]) == 1;

    private static async Task<JoinResult?> FindKeyAsync(ISqlSession session, string accountId, IdempotencyKey key) => (await session.QueryAsync<JoinResult>(
        $"SELECT {Columns}, body_hash FROM joins WHERE account_id = $1 AND key = $2",
        row => row.GetString(11) == key.BodyHash ? new JoinResult.Accepted(Read(row), Replayed: true) : new JoinResult.KeyConflict(),
        accountId, key.Key)).SingleOrDefault();

    private static Join Read(DbDataReader row) => new()
    {
        Id = row.GetString(0),
        AccountId = row.GetString(1),
        Plan = JsonSerializer.Deserialize(row.GetString(2), KinoraJsonContext.Default.JoinPlan)!,
        Status = Enum.Parse<JoinStatus>(row.GetString(3), ignoreCase: true),
        Progress = (int)row.GetInt64(4),
        Tries = (int)row.GetInt64(5),
        Output = Output(row, 6),
        Failure = row.Text(7),
        CreatedAt = row.Time(8),
        StartedAt = row.IsDBNull(9) ? null : row.Time(9),
        CompletedAt = row.IsDBNull(10) ? null : row.Time(10),
    };

    private static GenerationOutput? Output(DbDataReader row, int column) =>
        row.Text(column) is { } document ? JsonSerializer.Deserialize(document, KinoraJsonContext.Default.GenerationOutput) : null;
}
