using Kinora.Core.Providers;
using Npgsql;

namespace Kinora.Core.Storage.Postgres;

/// <summary>Budgets of all nodes: a row each, with the last slots that were given away. One statement reserves as many as are wanted.</summary>
internal sealed class PostgresRateBudgets(NpgsqlDataSource source) : IRateBudgets
{
    // A slot is free when that of a full window's calls ago is a window old, and never before the last one that was given away.
    // No line is a hundred windows long: each node has at most one window's calls in it.
    private const string Reserve =
        """
        UPDATE rate_budgets SET given = given[CAST($3 AS INT) + 1:] || (
          SELECT array_agg(greatest(clock.now, given[slot] + $4, given[cardinality(given)]) ORDER BY slot)
          FROM generate_series(1, CAST($3 AS INT)) AS slot, (SELECT kinora_now() AS now) AS clock)
        WHERE name = $1 AND cardinality(given) = $2 AND given[cardinality(given)] <= (SELECT kinora_now()) + $4 * 100
        RETURNING given[cardinality(given) - CAST($3 AS INT) + 1:], kinora_now()
        """;

    private const string Begin =
        """
        INSERT INTO rate_budgets (name, given) VALUES ($1, array_fill(CAST(0 AS BIGINT), ARRAY[CAST($2 AS INT)]))
        ON CONFLICT (name) DO UPDATE SET given = excluded.given
        WHERE cardinality(rate_budgets.given) <> $2 OR rate_budgets.given[cardinality(rate_budgets.given)] > (SELECT kinora_now()) + $3 * 100
        """;

    public async Task<IReadOnlyList<TimeSpan>> ReserveAsync(RateBudget budget, int count, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        var session = new PostgresSession(connection);
        while (true)
        {
            var slots = await session.QueryAsync(
                Reserve, row => (Given: row.GetFieldValue<long[]>(0), Now: row.GetInt64(1)),
                budget.Name, budget.Calls, count, (long)budget.Window.TotalMilliseconds);
            if (slots is [var (given, now)]) return [.. given.Select(slot => TimeSpan.FromMilliseconds(Math.Max(0, slot - now)))];

            // Its first use; or its limit is another one since; or the database's clock was set back, and all would wait until it is there again.
            await session.ExecuteAsync(Begin, budget.Name, budget.Calls, (long)budget.Window.TotalMilliseconds);
        }
    }
}
