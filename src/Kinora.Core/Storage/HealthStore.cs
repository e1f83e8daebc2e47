using System.Text.Json;
using Kinora.Core.Health;

namespace Kinora.Core.Storage;

/// <summary>Keeps the breakers, so that all nodes agree on them and they survive a restart, and what they learned from.</summary>
internal sealed class HealthStore(ISqlDatabase database)
{
    /// <summary>So many verdicts are kept of each route.</summary>
    public const int MostVerdicts = 50;

    public Task<List<StoredBreaker>> ReadAsync(CancellationToken cancellationToken) => database.ReadAsync(
        session => session.QueryAsync(
            "SELECT account, endpoint, model, document, version FROM route_health",
            row => new StoredBreaker(new(row.GetString(0), row.GetString(1), row.GetString(2)), Breaker(row.GetString(3)), row.GetInt64(4))),
        cancellationToken);

    /// <summary>Null when there is none.</summary>
    public Task<StoredBreaker?> FindAsync(RouteKey route, CancellationToken cancellationToken) => database.ReadAsync(
        async session => (await session.QueryAsync(
            "SELECT document, version FROM route_health WHERE account = $1 AND endpoint = $2 AND model = $3",
            row => new StoredBreaker(route, Breaker(row.GetString(0)), row.GetInt64(1)), route.Account, route.Endpoint, route.Model)).FirstOrDefault(),
        cancellationToken);

    /// <summary>Writes a breaker down, and why it is like that. False when another node was faster: then nothing is written.</summary>
    /// <param name="next">Its version is the one that this is to follow; 0 for none.</param>
    public Task<bool> TrySaveAsync(StoredBreaker next, Verdict? why, CancellationToken cancellationToken) => database.WriteAsync(
        async transaction =>
        {
            var ((account, endpoint, model), document) = (next.Route, JsonSerializer.Serialize(next.Breaker, KinoraJsonContext.Default.Breaker));
            var saved = next.Version == 0
                ? await transaction.ExecuteAsync(
                    "INSERT INTO route_health (account, endpoint, model, document, version) VALUES ($1, $2, $3, $4, 1) ON CONFLICT DO NOTHING",
                    account, endpoint, model, document)
                : await transaction.ExecuteAsync(
                    "UPDATE route_health SET document = $4, version = version + 1 WHERE account = $1 AND endpoint = $2 AND model = $3 AND version = $5",
                    account, endpoint, model, document, next.Version);
            if (saved == 1 && why is not null) await AddAsync(transaction, why);
            return saved == 1;
        },
        cancellationToken);

    /// <summary>Keeps a verdict, and forgets those of its route that have become too many.</summary>
    public Task AddAsync(Verdict verdict, CancellationToken cancellationToken) => database.WriteAsync(
        async transaction =>
        {
            await AddAsync(transaction, verdict);
            return true;
        },
        cancellationToken);

    /// <summary>The newest first.</summary>
    /// <param name="models">The providers' ids; null for all.</param>
    public async Task<IReadOnlyList<Verdict>> VerdictsAsync(IReadOnlyCollection<string>? models, int most, CancellationToken cancellationToken)
    {
        var found = new List<(string Id, Verdict Verdict)>();
        foreach (var model in models?.Distinct() ?? [null!])
        {
            found.AddRange(await database.ReadAsync(
                session => session.QueryAsync(
                    "SELECT id, document FROM verdicts WHERE CAST($1 AS TEXT) IS NULL OR model = $1 ORDER BY id DESC LIMIT $2",
                    row => (row.GetString(0), JsonSerializer.Deserialize(row.GetString(1), KinoraJsonContext.Default.Verdict)!), model, most),
                cancellationToken));
        }

        return [.. found.OrderByDescending(one => one.Id, StringComparer.Ordinal).Take(most).Select(one => one.Verdict)];
    }

    // Ids sort by time.
    private static async Task AddAsync(ISqlTransaction transaction, Verdict verdict)
    {
        var (account, endpoint, model) = verdict.Route;
        await transaction.ExecuteAsync(
            "INSERT INTO verdicts (id, account, endpoint, model, document) VALUES ($1, $2, $3, $4, $5)",
            Guid.CreateVersion7(verdict.At).ToString("N"), account, endpoint, model, JsonSerializer.Serialize(verdict, KinoraJsonContext.Default.Verdict));
        await transaction.ExecuteAsync(
            """
            DELETE FROM verdicts WHERE account = $1 AND endpoint = $2 AND model = $3 AND id NOT IN (
              SELECT id FROM verdicts WHERE account = $1 AND endpoint = $2 AND model = $3 ORDER BY id DESC LIMIT $4)
            """,
            account, endpoint, model, MostVerdicts);
    }

    private static Breaker Breaker(string document) => JsonSerializer.Deserialize(document, KinoraJsonContext.Default.Breaker)!;
}

/// <summary>A breaker out of the database.</summary>
/// <param name="Version">Another one after each change.</param>
internal sealed record StoredBreaker(RouteKey Route, Breaker Breaker, long Version);
