using Kinora.Core.Generations;

namespace Kinora.Core.Storage;

/// <summary>Reads over all accounts and generations at once: for the reckoning with providers, the check of the ledger, and retention.</summary>
public sealed class Books
{
    private readonly ISqlDatabase _database;

    internal Books(ISqlDatabase database) => _database = database;

    /// <summary>Generations with ids after <paramref name="after"/> and before <paramref name="before"/>, which is the order of their acceptance.</summary>
    internal Task<List<Generation>> PageAsync(string after, string before, GenerationStatus? status, int limit, CancellationToken cancellationToken) =>
        _database.ReadAsync(
            session => session.QueryAsync(
                "SELECT document FROM generations WHERE id > $1 AND id < $2 AND (CAST($3 AS TEXT) IS NULL OR status = $3) ORDER BY id LIMIT $4",
                row => row.Generation(0), after, before, status?.Column(), limit),
            cancellationToken);

    /// <summary>Generations that have not ended, with ids after <paramref name="after"/> and before <paramref name="before"/>, oldest first.</summary>
    public Task<List<Generation>> UnendedAsync(string? after, string before, int limit, CancellationToken cancellationToken) => _database.ReadAsync(
        session => session.QueryAsync(
            """
            SELECT document FROM generations
            WHERE status IN ('queued', 'submitting', 'running', 'collecting') AND due_at IS NOT NULL AND id > $1 AND id < $2 ORDER BY id LIMIT $3
            """,
            row => row.Generation(0), after ?? "", before, limit),
        cancellationToken);

    /// <summary>Accounts whose figures are not the sums of their entries: none, ever.</summary>
    internal Task<List<AccountFault>> AccountFaultsAsync(int limit, CancellationToken cancellationToken) => _database.ReadAsync(
        session => session.QueryAsync(
            """
            SELECT id, balance, held, balances, helds FROM (
              SELECT a.id, a.balance, a.held,
                CAST(COALESCE(SUM(l.balance_change), 0) AS BIGINT) AS balances, CAST(COALESCE(SUM(l.held_change), 0) AS BIGINT) AS helds
              FROM accounts a LEFT JOIN ledger l ON l.account_id = a.id GROUP BY a.id, a.balance, a.held) AS sums
            WHERE balance <> balances OR held <> helds ORDER BY id LIMIT $1
            """,
            row => new AccountFault(row.GetString(0), row.GetInt64(1), row.GetInt64(2), row.GetInt64(3), row.GetInt64(4)), limit),
        cancellationToken);

    /// <summary>Generations whose entries do not fit their state, by ids as above: none, ever.</summary>
    internal Task<List<GenerationFault>> GenerationFaultsAsync(string after, string before, int limit, CancellationToken cancellationToken) => _database.ReadAsync(
        session => session.QueryAsync(
            """
            SELECT id, status, holds, captures, releases, helds FROM (
              SELECT g.id, g.status,
                CAST(SUM(CASE WHEN l.kind = 'hold' THEN 1 ELSE 0 END) AS BIGINT) AS holds,
                CAST(SUM(CASE WHEN l.kind = 'capture' THEN 1 ELSE 0 END) AS BIGINT) AS captures,
                CAST(SUM(CASE WHEN l.kind = 'release' THEN 1 ELSE 0 END) AS BIGINT) AS releases,
                CAST(COALESCE(SUM(l.held_change), 0) AS BIGINT) AS helds
              FROM generations g LEFT JOIN ledger l ON l.generation_id = g.id WHERE g.id > $1 AND g.id < $2 GROUP BY g.id, g.status) AS sums
            WHERE NOT (holds = 1 AND (
              (status = 'succeeded' AND captures = 1 AND releases <= 1 AND helds = 0)
              OR (status IN ('failed', 'canceled') AND captures = 0 AND releases = 1 AND helds = 0)
              OR (status IN ('queued', 'submitting', 'running', 'collecting') AND captures = 0 AND releases = 0)))
            ORDER BY id LIMIT $3
            """,
            row => new GenerationFault(row.GetString(0), row.Status(1), row.GetInt64(2), row.GetInt64(3), row.GetInt64(4), row.GetInt64(5)),
            after, before, limit),
        cancellationToken);

    /// <summary>Below every id that is made from this moment on, above those before.</summary>
    public static string IdAt(DateTimeOffset moment) => "gen_" + Math.Max(0, moment.ToUnixTimeMilliseconds()).ToString("x12");
}

/// <summary>An account whose figures are not the sums of its entries.</summary>
public sealed record AccountFault(string AccountId, long Balance, long Held, long BalanceEntries, long HeldEntries);

/// <summary>A generation whose entries do not fit its state.</summary>
/// <param name="StillHeld">What its entries leave held.</param>
public sealed record GenerationFault(string GenerationId, GenerationStatus Status, long Holds, long Captures, long Releases, long StillHeld);
