using System.Data.Common;
using Kinora.Core.Webhooks;

namespace Kinora.Core.Storage;

/// <summary>Where accounts want to hear of their generations.</summary>
public sealed class WebhookEndpointStore
{
    /// <summary>Endpoints that one account may have.</summary>
    public const int MostOfOne = 20;

    private const string Select =
        """
        SELECT e.id, e.account_id, e.url, e.events, e.description, e.enabled, e.created_at, e.disabled_reason, l.failing_since
        FROM webhook_endpoints e LEFT JOIN delivery_lanes l ON l.lane = e.id
        """;

    private readonly ISqlDatabase _database;

    internal WebhookEndpointStore(ISqlDatabase database) => _database = database;

    /// <summary>Those of an account, oldest first.</summary>
    public Task<List<WebhookEndpoint>> ListAsync(string accountId, CancellationToken cancellationToken) => _database.ReadAsync(
        session => session.QueryAsync($"{Select} WHERE e.account_id = $1 ORDER BY e.id", Read, accountId), cancellationToken);

    /// <summary>What became of what each endpoint of an account was to hear since then, by its id; those that were to hear nothing are left out.</summary>
    public async Task<IReadOnlyDictionary<string, DeliveryCounts>> CountsAsync(string accountId, DateTimeOffset since, CancellationToken cancellationToken) => (await _database.ReadAsync(
        session => session.QueryAsync(
            """
            SELECT endpoint_id, COUNT(*), CAST(SUM(taken) AS BIGINT), CAST(SUM(CASE WHEN taken = 1 AND tries = 1 THEN 1 ELSE 0 END) AS BIGINT) FROM deliveries
            WHERE endpoint_id IN (SELECT id FROM webhook_endpoints WHERE account_id = $1) AND created_at >= $2 AND due_at IS NULL GROUP BY endpoint_id
            """,
            row => (Id: row.GetString(0), Counts: new DeliveryCounts((int)row.GetInt64(1), (int)row.GetInt64(2), (int)row.GetInt64(3))), accountId, since.Column()),
        cancellationToken)).ToDictionary(row => row.Id, row => row.Counts);

    /// <summary>Null when the account has no such endpoint.</summary>
    public Task<WebhookEndpoint?> FindAsync(string accountId, string id, CancellationToken cancellationToken) => _database.ReadAsync(
        session => FindAsync(session, accountId, id), cancellationToken);

    /// <summary>False when the account has as many as it may.</summary>
    public Task<bool> AddAsync(WebhookEndpoint endpoint, CancellationToken cancellationToken) => _database.WriteAsync(
        async transaction =>
        {
            // The account's row first, as every commit locks it: what is counted then stays so.
            await transaction.ExecuteAsync("UPDATE accounts SET webhooks = webhooks WHERE id = $1", endpoint.AccountId);
            if ((long)(await transaction.ScalarAsync("SELECT COUNT(*) FROM webhook_endpoints WHERE account_id = $1", endpoint.AccountId))! >= MostOfOne) return false;
            await SqlEvents.AppendAsync(transaction, endpoint.AccountId, generationId: null);
            await transaction.ExecuteAsync(
                "INSERT INTO webhook_endpoints (id, account_id, url, events, description, enabled, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7)",
                endpoint.Id, endpoint.AccountId, endpoint.Url.AbsoluteUri, Subscription.WriteEvents(endpoint.Events), endpoint.Description, endpoint.Enabled ? 1L : 0L,
                endpoint.CreatedAt.Column());
            await SqlWebhooks.SubscribeAsync(transaction, endpoint.AccountId);
            return true;
        },
        cancellationToken);

    /// <summary>Changes address, events, description or whether it is enabled; null when the account has no such endpoint. A change begins without its failures.</summary>
    public Task<WebhookEndpoint?> ChangeAsync(
        string accountId, string id, Func<WebhookEndpoint, WebhookEndpoint> change, CancellationToken cancellationToken) => _database.WriteAsync(
        async transaction =>
        {
            if (await LockAsync(transaction, accountId, id) is not { } before) return null;
            var after = change(before);
            if (after.Enabled) after = after with { DisabledReason = null };
            await transaction.ExecuteAsync(
                "UPDATE webhook_endpoints SET url = $2, events = $3, description = $4, enabled = $5, disabled_reason = $6 WHERE id = $1",
                id, after.Url.AbsoluteUri, Subscription.WriteEvents(after.Events), after.Description, after.Enabled ? 1L : 0L, after.DisabledReason);
            if (!after.Enabled) await SqlWebhooks.GiveUpAsync(transaction, id, "The endpoint is disabled.");
            if (after.Url != before.Url || after.Enabled != before.Enabled)
            {
                await transaction.ExecuteAsync("DELETE FROM delivery_lanes WHERE lane = $1", id);
                after = after with { FailingSince = null };
            }

            await SqlWebhooks.SubscribeAsync(transaction, accountId);
            return after;
        },
        cancellationToken);

    /// <summary>What was sent stays in the log, and nothing more is; false when the account has no such endpoint.</summary>
    public Task<bool> RemoveAsync(string accountId, string id, CancellationToken cancellationToken) => _database.WriteAsync(
        async transaction =>
        {
            if (await LockAsync(transaction, accountId, id) is not { } endpoint) return false;
            await SqlWebhooks.GiveUpAsync(transaction, id, "The endpoint was deleted.");
            await transaction.ExecuteAsync("UPDATE deliveries SET url = $2 WHERE endpoint_id = $1 AND url IS NULL", id, endpoint.Url.AbsoluteUri);
            await transaction.ExecuteAsync("DELETE FROM delivery_lanes WHERE lane = $1", id);
            await transaction.ExecuteAsync("DELETE FROM webhook_secrets WHERE owner = $1", id);
            await transaction.ExecuteAsync("DELETE FROM webhook_endpoints WHERE id = $1", id);
            await SqlWebhooks.SubscribeAsync(transaction, accountId);
            return true;
        },
        cancellationToken);

    // Nobody is told of a change of nothing. What is there is read once more when nobody else can change it.
    private static async Task<WebhookEndpoint?> LockAsync(ISqlTransaction transaction, string accountId, string id)
    {
        if (await FindAsync(transaction, accountId, id) is null) return null;
        await SqlEvents.AppendAsync(transaction, accountId, generationId: null);
        return await FindAsync(transaction, accountId, id);
    }

    private static async Task<WebhookEndpoint?> FindAsync(ISqlSession session, string accountId, string id) =>
        (await session.QueryAsync($"{Select} WHERE e.id = $1 AND e.account_id = $2", Read, id, accountId)).SingleOrDefault();

    private static WebhookEndpoint Read(DbDataReader row) => new(
        row.GetString(0), row.GetString(1), new(row.GetString(2)), Subscription.ReadEvents(row.GetString(3)), row.Text(4), row.GetInt64(5) == 1, row.Time(6))
    {
        DisabledReason = row.Text(7), FailingSince = row.IsDBNull(8) ? null : row.Time(8),
    };
}

/// <summary>Deliveries that have come to an end.</summary>
/// <param name="Taken">Of these.</param>
/// <param name="AtOnce">Of these, by the first try.</param>
public sealed record DeliveryCounts(int Ended, int Taken, int AtOnce);
