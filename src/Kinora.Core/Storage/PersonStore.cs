namespace Kinora.Core.Storage;

/// <summary>What the server keeps for a person beside generations: preferences, the prompts last used, and what was spent on what.</summary>
public sealed class PersonStore
{
    private const long MillisecondsADay = 86_400_000;

    private readonly ISqlDatabase _database;

    internal PersonStore(ISqlDatabase database) => _database = database;

    /// <summary>The document that was saved last; null before the first.</summary>
    public Task<string?> PreferencesAsync(string accountId, CancellationToken cancellationToken) => _database.ReadAsync(
        async session => (string?)await session.ScalarAsync("SELECT document FROM preferences WHERE account_id = $1", accountId), cancellationToken);

    /// <summary>Saves the document in place of the one before, and tells the account's other pages.</summary>
    public Task SavePreferencesAsync(string accountId, string document, CancellationToken cancellationToken) => _database.WriteAsync(
        async transaction =>
        {
            await SqlEvents.AppendAsync(transaction, accountId, generationId: null);
            return await transaction.ExecuteAsync(
                "INSERT INTO preferences (account_id, document) VALUES ($1, $2) ON CONFLICT (account_id) DO UPDATE SET document = excluded.document",
                accountId, document);
        },
        cancellationToken);

    /// <summary>The latest prompts, each once, newest first.</summary>
    /// <param name="text">Stands in them, in any case; null for all.</param>
    public async Task<IReadOnlyList<UsedPrompt>> PromptsAsync(string accountId, string? text, int limit, CancellationToken cancellationToken)
    {
        var latest = await _database.ReadAsync(
            session => session.QueryAsync(
                """
                SELECT document FROM generations WHERE id IN (
                  SELECT MAX(id) FROM generations
                  WHERE account_id = $1 AND deleted_at IS NULL AND (CAST($2 AS TEXT) IS NULL OR search LIKE $2 ESCAPE '!') GROUP BY search)
                ORDER BY id DESC LIMIT $3
                """,
                row => row.Generation(0), accountId, SqlMarks.Containing(text?.ToLowerInvariant()), 2 * limit),
            cancellationToken);
        return
        [
            .. latest.Where(one => !string.IsNullOrWhiteSpace(one.Input.Prompt)).DistinctBy(one => one.Input.Prompt, StringComparer.Ordinal).Take(limit)
                .Select(one => new UsedPrompt(one.Input.Prompt!, one.ModelId, one.CreatedAt)),
        ];
    }

    /// <summary>What was captured, by day (UTC) and product, oldest first.</summary>
    public Task<List<UsageRow>> UsageAsync(string accountId, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken) => _database.ReadAsync(
        session => session.QueryAsync(
            $"""
            SELECT l.at / {MillisecondsADay} AS day, g.model_id, COUNT(*), CAST(SUM(-l.balance_change) AS BIGINT)
            FROM ledger l JOIN generations g ON g.id = l.generation_id
            WHERE l.account_id = $1 AND l.kind = 'capture' AND l.at >= $2 AND l.at < $3
            GROUP BY l.at / {MillisecondsADay}, g.model_id ORDER BY 1, 2
            """,
            row => new UsageRow(
                DateOnly.FromDateTime(DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(0) * MillisecondsADay).UtcDateTime),
                row.GetString(1), (int)row.GetInt64(2), row.GetInt64(3)),
            accountId, from.Column(), until.Column()),
        cancellationToken);

    /// <summary>What was held and not charged after all.</summary>
    public Task<long> ReturnedAsync(string accountId, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken) => _database.ReadAsync(
        async session => (long)(await session.ScalarAsync(
            """
            SELECT CAST(COALESCE(SUM(balance_change - held_change), 0) AS BIGINT) FROM ledger
            WHERE account_id = $1 AND kind IN ('capture', 'release') AND balance_change > held_change AND at >= $2 AND at < $3
            """,
            accountId, from.Column(), until.Column()))!,
        cancellationToken);
}

/// <summary>A prompt and where it was used last.</summary>
public sealed record UsedPrompt(string Prompt, string ModelId, DateTimeOffset At);

/// <summary>What one product cost on one day.</summary>
/// <param name="Day">In UTC.</param>
/// <param name="Count">Generations that were charged.</param>
public sealed record UsageRow(DateOnly Day, string ModelId, int Count, long Credits);
