using Kinora.Core.Generations;
using Kinora.Core.Webhooks;

namespace Kinora.Core.Storage;

/// <summary>What was and will be posted to callers, for people: to look at, and to begin anew.</summary>
public sealed class DeliveryLog
{
    /// <summary>How many deliveries of an endpoint are begun anew at once.</summary>
    public const int MostAtOnce = 1000;

    private const string Anew = "UPDATE deliveries SET due_at = (SELECT kinora_now()), tries = 0, taken = 0";
    private readonly ISqlDatabase _database;

    internal DeliveryLog(ISqlDatabase database) => _database = database;

    /// <summary>What was told of one generation, or will be, oldest first.</summary>
    public Task<List<Delivery>> OfAsync(string generationId, CancellationToken cancellationToken) => _database.ReadAsync(
        session => session.QueryAsync($"{SqlDeliveries.Select} WHERE d.generation_id = $1 ORDER BY d.number, d.id", row => SqlDeliveries.Read(row, claimed: false), generationId),
        cancellationToken);

    /// <summary>A page of all accounts' deliveries about generations, newest first, before the one that is named.</summary>
    /// <param name="isDue">Only those that are to be tried again, or only the others; null: all.</param>
    public Task<List<Delivery>> ListAsync(string? before, bool? isDue, int limit, CancellationToken cancellationToken) => _database.ReadAsync(
        session => session.QueryAsync(
            $"""
            {SqlDeliveries.Select}
            WHERE d.id < COALESCE(CAST($1 AS TEXT), '~') AND d.generation_id IS NOT NULL AND (CAST($2 AS BIGINT) IS NULL OR (d.due_at IS NOT NULL) = ($2 = 1))
            ORDER BY d.id DESC LIMIT $3
            """,
            row => SqlDeliveries.Read(row, claimed: false), before, isDue is { } due ? (due ? 1L : 0L) : null, limit),
        cancellationToken);

    /// <summary>A page of an account's webhooks, newest first, before the one that is named.</summary>
    public Task<List<Delivery>> ListAsync(string accountId, DeliveryFilter filter, string? before, int limit, CancellationToken cancellationToken) => _database.ReadAsync(
        session => session.QueryAsync(
            $"""
            {SqlDeliveries.Select}
            WHERE d.account_id = $1 AND d.id < COALESCE(CAST($2 AS TEXT), '~') AND d.type IS NOT NULL
              AND (CAST($3 AS TEXT) IS NULL OR d.endpoint_id = $3) AND (CAST($4 AS TEXT) IS NULL OR d.type = $4)
              AND (CAST($5 AS BIGINT) IS NULL OR (d.due_at IS NOT NULL) = ($5 = 1)) AND (CAST($6 AS BIGINT) IS NULL OR d.taken = $6)
            ORDER BY d.id DESC LIMIT $7
            """,
            row => SqlDeliveries.Read(row, claimed: false), accountId, before, filter.EndpointId, filter.Type,
            filter.State is { } state ? (state is DeliveryState.Waiting ? 1L : 0L) : null,
            filter.State is DeliveryState.Taken ? 1L : filter.State is DeliveryState.Failed ? 0L : null, limit),
        cancellationToken);

    /// <summary>Null when the account has no such webhook.</summary>
    public Task<Delivery?> FindAsync(string accountId, string id, CancellationToken cancellationToken) => _database.ReadAsync(
        async session => (await session.QueryAsync(
            $"{SqlDeliveries.Select} WHERE d.id = $1 AND d.account_id = $2 AND d.type IS NOT NULL",
            row => SqlDeliveries.Read(row, claimed: false), id, accountId)).SingleOrDefault(),
        cancellationToken);

    /// <summary>Puts something of no generation among what is due.</summary>
    internal Task AddAsync(DeliveryRow row, CancellationToken cancellationToken) => _database.WriteAsync(
        transaction =>
        {
            transaction.Tell(WorkKind.Deliver);
            return transaction.ExecuteAsync(SqlDeliveries.Insert, SqlDeliveries.Values(row));
        },
        cancellationToken);

    /// <summary>Begins the tries to tell of a change anew, at once; false when there are none.</summary>
    public async Task<bool> RetryAsync(string generationId, long number, CancellationToken cancellationToken) => await RunAsync(
        $"{Anew} WHERE generation_id = $1 AND number = $2 AND {Reachable}", cancellationToken, generationId, number) > 0;

    /// <summary>The same of one delivery; false when there is none, or its endpoint is not enabled.</summary>
    public async Task<bool> RetryAsync(string id, CancellationToken cancellationToken) => await RunAsync($"{Anew} WHERE id = $1 AND {Reachable}", cancellationToken, id) == 1;

    /// <summary>The same of what an enabled endpoint was to hear in a span of time: the oldest <see cref="MostAtOnce"/>, taken or not.</summary>
    public Task<int> RetryAsync(string endpointId, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken) => RunAsync(
        $"""
        {Anew} WHERE {Reachable} AND id IN (
          SELECT id FROM deliveries WHERE endpoint_id = $1 AND created_at >= $2 AND created_at < $3 ORDER BY created_at, id LIMIT {MostAtOnce})
        """,
        cancellationToken, endpointId, from.Column(), until.Column());

    /// <summary>
    /// When the first that <see cref="RetryAsync(string, DateTimeOffset, DateTimeOffset, CancellationToken)"/> leaves out came about;
    /// null when it leaves out none.
    /// </summary>
    public Task<DateTimeOffset?> BeyondAsync(string endpointId, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken) => _database.ReadAsync(
        async session => await session.ScalarAsync(
            $"SELECT created_at FROM deliveries WHERE endpoint_id = $1 AND created_at >= $2 AND created_at < $3 ORDER BY created_at, id LIMIT 1 OFFSET {MostAtOnce}",
            endpointId, from.Column(), until.Column()) is long at ? DateTimeOffset.FromUnixTimeMilliseconds(at) : (DateTimeOffset?)null,
        cancellationToken);

    private const string Reachable = "(endpoint_id IS NULL OR endpoint_id IN (SELECT e.id FROM webhook_endpoints e WHERE e.enabled = 1))";

    private Task<int> RunAsync(string sql, CancellationToken cancellationToken, params object?[] values) => _database.WriteAsync(
        transaction =>
        {
            transaction.Tell(WorkKind.Deliver);
            return transaction.ExecuteAsync(sql, values);
        },
        cancellationToken);
}

/// <summary>Which webhooks of an account; null for any.</summary>
public sealed record DeliveryFilter(string? EndpointId = null, string? Type = null, DeliveryState? State = null);

/// <summary>How far a delivery is.</summary>
public enum DeliveryState
{
    /// <summary>It is to be tried.</summary>
    Waiting,

    /// <summary>The receiver has it.</summary>
    Taken,

    /// <summary>It was given up.</summary>
    Failed,
}
