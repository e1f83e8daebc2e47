using System.Text.Json;
using Kinora.Core.Webhooks;

namespace Kinora.Core.Storage;

/// <summary>The work on what is to be posted to callers. The rows are written by the commits of the changes themselves.</summary>
/// <remarks>
/// A lane is what waits together. One that is slowed down gives one delivery at a time: to claim it moves <c>slowed_until</c> on, as a lease, and what came of it
/// either ends the slowness or sets the next time.
/// </remarks>
public sealed class DeliveryStore
{
    /// <summary>How long an endpoint may take nothing before it is disabled.</summary>
    public static readonly TimeSpan LongestFailure = TimeSpan.FromDays(5);

    private const int MostLanes = 1000;
    private readonly ISqlDatabase _database;

    internal DeliveryStore(ISqlDatabase database) => _database = database;

    /// <summary>The lanes in which something is due and may be claimed, longest due first, and whose they are.</summary>
    internal Task<List<(string Lane, string AccountId)>> DueLanesAsync(CancellationToken cancellationToken) => _database.ReadAsync(
        session => session.QueryAsync(
            $"""
            SELECT d.lane, MIN(d.account_id) FROM deliveries d LEFT JOIN delivery_lanes l ON l.lane = d.lane
            WHERE d.due_at <= (SELECT kinora_now()) AND (l.slowed_until IS NULL OR l.slowed_until <= (SELECT kinora_now()))
            GROUP BY d.lane ORDER BY MIN(d.due_at) LIMIT {MostLanes}
            """,
            row => (row.GetString(0), row.GetString(1))),
        cancellationToken);

    /// <summary>How long it is until a delivery falls due, or a slow lane gives one again; null when neither is to come.</summary>
    internal Task<TimeSpan?> UntilNextAsync(CancellationToken cancellationToken) => _database.ReadAsync(
        async session => await session.ScalarAsync(
            """
            SELECT MIN(next.at) - (SELECT kinora_now()) FROM (
              SELECT MIN(due_at) AS at FROM deliveries WHERE due_at > (SELECT kinora_now())
              UNION ALL SELECT MIN(slowed_until) FROM delivery_lanes WHERE slowed_until > (SELECT kinora_now())) AS next
            """) is long milliseconds ? TimeSpan.FromMilliseconds(Math.Max(1, milliseconds)) : (TimeSpan?)null,
        cancellationToken);

    /// <summary>Takes up to <paramref name="limit"/> deliveries of a lane that are due, longest due first. Nobody else gets them until <paramref name="lease"/> is over.</summary>
    internal Task<List<Delivery>> ClaimAsync(string lane, TimeSpan lease, int limit, CancellationToken cancellationToken) => _database.WriteAsync(
        async transaction =>
        {
            var until = (long)lease.TotalMilliseconds;
            if (await transaction.ScalarAsync("SELECT 1 FROM delivery_lanes WHERE lane = $1 AND slowed_until IS NOT NULL", lane) is not null)
            {
                limit = 1;
                if (await transaction.ExecuteAsync(
                    "UPDATE delivery_lanes SET slowed_until = (SELECT kinora_now()) + $2 WHERE lane = $1 AND slowed_until <= (SELECT kinora_now())", lane, until) == 0) return [];
            }

            return await transaction.QueryAsync(
                $"""
                WITH due AS (
                  SELECT id FROM deliveries WHERE lane = $1 AND due_at <= (SELECT kinora_now()) ORDER BY due_at, id LIMIT $3 {_database.SkipLocked})
                UPDATE deliveries SET due_at = (SELECT kinora_now()) + $2, tries = tries + 1 WHERE id IN (SELECT id FROM due)
                RETURNING {SqlDeliveries.Columns}, document, (SELECT e.url FROM webhook_endpoints e WHERE e.id = deliveries.endpoint_id)
                """,
                row => SqlDeliveries.Read(row, claimed: true), lane, until, limit);
        },
        cancellationToken);

    /// <summary>Writes down what came of a try, and when the next one is.</summary>
    internal Task NoteAsync(DeliveryOutcome outcome, CancellationToken cancellationToken) => _database.WriteAsync(
        async transaction =>
        {
            var (delivery, tried) = (outcome.Delivery, outcome.Try);
            IReadOnlyList<DeliveryTry> log = [.. delivery.Log.TakeLast(Delivery.MostLogged - 1), tried];
            await transaction.ExecuteAsync(
                """
                UPDATE deliveries SET answer = $2, log = $3, url = $4, taken = $5, due_at = (SELECT kinora_now()) + CAST($6 AS BIGINT) WHERE id = $1
                """,
                delivery.Id, tried.Answer, JsonSerializer.Serialize(log, KinoraJsonContext.Default.IReadOnlyListDeliveryTry), delivery.Url.AbsoluteUri,
                outcome.Taken ? 1L : 0L, (long?)outcome.Again?.TotalMilliseconds);
            if (outcome.Taken) return await transaction.ExecuteAsync("DELETE FROM delivery_lanes WHERE lane = $1", delivery.Lane);

            var failing = (long)(await transaction.ScalarAsync(
                """
                INSERT INTO delivery_lanes (lane, failing_since, slowed_until) VALUES ($1, (SELECT kinora_now()), (SELECT kinora_now()) + CAST($2 AS BIGINT))
                ON CONFLICT (lane) DO UPDATE SET slowed_until =
                  COALESCE(excluded.slowed_until, CASE WHEN delivery_lanes.slowed_until IS NOT NULL THEN (SELECT kinora_now()) END)
                RETURNING (SELECT kinora_now()) - failing_since
                """,
                delivery.Lane, (long?)outcome.SlowFor?.TotalMilliseconds))!;
            var reason = outcome.Gone ? "It answered with status 410: it is gone."
                : failing >= LongestFailure.TotalMilliseconds ? "It has taken nothing for 5 days."
                : null;
            if (reason is not null && delivery.EndpointId is { } endpoint) await SqlWebhooks.DisableAsync(transaction, delivery.AccountId, endpoint, reason);
            return 1;
        },
        cancellationToken);
}
