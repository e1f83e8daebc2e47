namespace Kinora.Core.Storage;

/// <summary>Keys of files that nothing refers to: not yet, because they are being written, or no more. They are swept when their time comes.</summary>
/// <remarks>
/// A key is written down before its bytes are, and taken out by the commit that refers to it; the commit that ends the last reference puts
/// it back. So a process may die at any moment and no file is orphaned, without ever listing the asset store.
/// </remarks>
public sealed class LooseFiles
{
    private readonly ISqlDatabase _database;

    internal LooseFiles(ISqlDatabase database) => _database = database;

    /// <summary>Before files are written: they may be swept after <paramref name="patience"/>. Prolongs what is there.</summary>
    /// <returns>False when one of them is being swept right now: try again a little later.</returns>
    public Task<bool> ExpectAsync(IReadOnlyList<string> keys, TimeSpan patience, CancellationToken cancellationToken) => _database.WriteAsync(
        async transaction =>
        {
            var expected = 0;
            foreach (var key in keys.Order(StringComparer.Ordinal))
            {
                expected += await transaction.ExecuteAsync(
                    """
                    INSERT INTO loose_files (key, sweep_at) VALUES ($1, (SELECT kinora_now()) + $2)
                    ON CONFLICT (key) DO UPDATE SET sweep_at = excluded.sweep_at WHERE loose_files.sweeping = 0
                    """,
                    key, (long)patience.TotalMilliseconds);
            }

            return expected == keys.Count;
        },
        cancellationToken);

    /// <summary>Takes up to <paramref name="limit"/> keys whose time has come, for as long as <paramref name="lease"/>: from now on nothing may refer to them.</summary>
    public Task<List<string>> ClaimAsync(TimeSpan lease, int limit, CancellationToken cancellationToken) => _database.WriteAsync(
        transaction => transaction.QueryAsync(
            $"""
            WITH due AS (
              SELECT key FROM loose_files WHERE sweep_at <= (SELECT kinora_now()) ORDER BY sweep_at LIMIT $2 {_database.SkipLocked})
            UPDATE loose_files SET sweeping = 1, sweep_at = (SELECT kinora_now()) + $1
            WHERE key IN (SELECT key FROM due)
            RETURNING key
            """,
            row => row.GetString(0), (long)lease.TotalMilliseconds, limit),
        cancellationToken);

    /// <summary>The file is gone.</summary>
    public Task RemoveAsync(string key, CancellationToken cancellationToken) => _database.WriteAsync(
        transaction => transaction.ExecuteAsync("DELETE FROM loose_files WHERE key = $1", key), cancellationToken);
}
