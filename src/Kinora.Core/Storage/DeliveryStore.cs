using System.Data.Common;
using Kinora.Core.Webhooks;

namespace Kinora.Core.Storage;

/// <summary>What is to be posted to callers. The rows are written by the commits of the changes themselves.</summary>
public sealed class DeliveryStore
{
    private const string Columns = "generation_id, number, surface, url, created_at, due_at, tries, answer";
    private readonly ISqlDatabase _database;

    internal DeliveryStore(ISqlDatabase database) => _database = database;

    /// <summary>Takes up to <paramref name="limit"/> deliveries that are due, longest due first. Nobody else gets them until <paramref name="lease"/> is over.</summary>
    public Task<List<Delivery>> ClaimAsync(TimeSpan lease, int limit, CancellationToken cancellationToken) => _database.WriteAsync(
        transaction => transaction.QueryAsync(
            $"""
            WITH due AS (
              SELECT generation_id, number FROM deliveries WHERE due_at <= (SELECT kinora_now()) ORDER BY due_at LIMIT $2 {_database.SkipLocked})
            UPDATE deliveries SET due_at = (SELECT kinora_now()) + $1, tries = tries + 1
            WHERE (generation_id, number) IN (SELECT generation_id, number FROM due)
            RETURNING generation_id, number, surface, url, created_at, tries
            """,
            row => new Delivery(row.GetString(0), row.GetInt64(1), row.GetString(2), new(row.GetString(3)), row.Time(4), (int)row.GetInt64(5) - 1),
            (long)lease.TotalMilliseconds, limit),
        cancellationToken);

    /// <summary>Whether something is due.</summary>
    public Task<bool> IsAnyDueAsync(CancellationToken cancellationToken) => _database.ReadAsync(
        async session => await session.ScalarAsync("SELECT 1 FROM deliveries WHERE due_at <= (SELECT kinora_now()) LIMIT 1") is not null, cancellationToken);

    /// <summary>Writes down what came of a try, and when the next one is.</summary>
    /// <param name="answer">For people.</param>
    /// <param name="again">Null: never.</param>
    public Task NoteAsync(Delivery delivery, string answer, TimeSpan? again, CancellationToken cancellationToken) => _database.WriteAsync(
        transaction => transaction.ExecuteAsync(
            "UPDATE deliveries SET answer = $3, due_at = (SELECT kinora_now()) + CAST($4 AS BIGINT) WHERE generation_id = $1 AND number = $2",
            delivery.GenerationId, delivery.Number, answer, (long?)again?.TotalMilliseconds),
        cancellationToken);

    /// <summary>What was told of one generation, or will be, oldest first.</summary>
    public Task<List<DeliveryRecord>> OfAsync(string generationId, CancellationToken cancellationToken) => _database.ReadAsync(
        session => session.QueryAsync($"SELECT {Columns} FROM deliveries WHERE generation_id = $1 ORDER BY number", Read, generationId), cancellationToken);

    /// <summary>A page of all deliveries, the newest generations' first, after the one that is named.</summary>
    /// <param name="isDue">Only those that are to be tried again, or only the others; null: all.</param>
    public Task<List<DeliveryRecord>> ListAsync((string GenerationId, long Number)? after, bool? isDue, int limit, CancellationToken cancellationToken) =>
        _database.ReadAsync(
            session => session.QueryAsync(
                $"""
                SELECT {Columns} FROM deliveries
                WHERE (CAST($1 AS TEXT) IS NULL OR (generation_id, number) < ($1, $2)) AND (CAST($3 AS BIGINT) IS NULL OR (due_at IS NOT NULL) = ($3 = 1))
                ORDER BY generation_id DESC, number DESC LIMIT $4
                """,
                Read, after?.GenerationId, after?.Number ?? 0, isDue is { } due ? (due ? 1L : 0L) : null, limit),
            cancellationToken);

    /// <summary>Begins its tries anew, at once; false when there is no such delivery.</summary>
    public Task<bool> RetryAsync(string generationId, long number, CancellationToken cancellationToken) => _database.WriteAsync(
        async transaction =>
        {
            transaction.Tell(DeliveryWorker.Line);
            return await transaction.ExecuteAsync(
                "UPDATE deliveries SET due_at = (SELECT kinora_now()), tries = 0 WHERE generation_id = $1 AND number = $2", generationId, number) == 1;
        },
        cancellationToken);

    private static DeliveryRecord Read(DbDataReader row) => new(
        row.GetString(0), row.GetInt64(1), row.GetString(2), new(row.GetString(3)), row.Time(4), row.IsDBNull(5) ? null : row.Time(5), (int)row.GetInt64(6), row.Text(7));
}

/// <summary>How a delivery stands.</summary>
/// <param name="Number">The version of the generation that it tells.</param>
/// <param name="Surface">The API in whose words it is told.</param>
/// <param name="DueAt">When it is tried next; null when it was taken or given up.</param>
/// <param name="Tries">So far.</param>
/// <param name="Answer">To the last try, for people; null before the first.</param>
public sealed record DeliveryRecord(
    string GenerationId, long Number, string Surface, Uri Url, DateTimeOffset CreatedAt, DateTimeOffset? DueAt, int Tries, string? Answer);
