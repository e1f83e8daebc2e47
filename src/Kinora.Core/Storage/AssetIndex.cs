using System.Text.Json;
using Kinora.Core.Assets;

namespace Kinora.Core.Storage;

/// <summary>What is known of uploaded files.</summary>
public sealed class AssetIndex
{
    private readonly ISqlDatabase _database;

    internal AssetIndex(ISqlDatabase database) => _database = database;

    /// <summary>Adds an asset, whose file was written down as loose; false when the file was swept meanwhile.</summary>
    public Task<bool> AddAsync(Asset asset, CancellationToken cancellationToken) => _database.WriteAsync(
        async transaction =>
        {
            if (await transaction.ExecuteAsync("DELETE FROM loose_files WHERE key = $1 AND sweeping = 0", asset.Key) == 0) return false;
            await transaction.ExecuteAsync(
                "INSERT INTO assets (id, account_id, document, used_at) VALUES ($1, $2, $3, (SELECT kinora_now()))",
                asset.Id, asset.AccountId, JsonSerializer.Serialize(asset, KinoraJsonContext.Default.Asset));
            return true;
        },
        cancellationToken);

    public Task<Asset?> FindAsync(string accountId, string id, CancellationToken cancellationToken) => _database.ReadAsync(
        async session => (await session.QueryAsync(
            "SELECT document FROM assets WHERE id = $1 AND account_id = $2",
            row => row.Asset(0), id, accountId)).SingleOrDefault(),
        cancellationToken);

    /// <summary>Whosever it is: for those who were given the way to it.</summary>
    public Task<Asset?> FindAsync(string id, CancellationToken cancellationToken) => _database.ReadAsync(
        async session => (await session.QueryAsync("SELECT document FROM assets WHERE id = $1", row => row.Asset(0), id)).SingleOrDefault(),
        cancellationToken);

    /// <summary>The account's own, and it counts as used from now on: it stays as long as unused uploads are kept.</summary>
    public Task<Asset?> UseAsync(string accountId, string id, CancellationToken cancellationToken) => _database.WriteAsync(
        async transaction => (await transaction.QueryAsync(
            "UPDATE assets SET used_at = (SELECT kinora_now()) WHERE id = $1 AND account_id = $2 RETURNING document",
            row => row.Asset(0), id, accountId)).SingleOrDefault(),
        cancellationToken);

    /// <summary>Uploads that nobody has used for longer than <paramref name="unused"/>, longest first.</summary>
    internal Task<List<Asset>> UnusedAsync(TimeSpan unused, int limit, CancellationToken cancellationToken) => _database.ReadAsync(
        session => session.QueryAsync(
            "SELECT document FROM assets WHERE used_at <= (SELECT kinora_now()) - $1 ORDER BY used_at LIMIT $2",
            row => row.Asset(0), (long)unused.TotalMilliseconds, limit),
        cancellationToken);

    /// <summary>Forgets an upload, unless it was used meanwhile or a generation or join that has not ended names it; its file is then loose.</summary>
    internal Task DropAsync(Asset asset, TimeSpan unused, CancellationToken cancellationToken) => _database.WriteAsync(
        async transaction =>
        {
            var inUse = await transaction.ScalarAsync(
                """
                SELECT id FROM generations
                WHERE status IN ('queued', 'submitting', 'running', 'collecting') AND due_at IS NOT NULL AND account_id = $1 AND document LIKE $2
                UNION ALL SELECT id FROM joins WHERE due_at IS NOT NULL AND account_id = $1 AND plan LIKE $2 LIMIT 1
                """,
                asset.AccountId, $"%{asset.Id}%");
            if (inUse is not null)
            {
                await transaction.ExecuteAsync("UPDATE assets SET used_at = (SELECT kinora_now()) WHERE id = $1", asset.Id);
            }
            else if (await transaction.ExecuteAsync(
                "DELETE FROM assets WHERE id = $1 AND used_at <= (SELECT kinora_now()) - $2", asset.Id, (long)unused.TotalMilliseconds) == 1)
            {
                await transaction.ExecuteAsync(
                    "INSERT INTO loose_files (key, sweep_at) VALUES ($1, (SELECT kinora_now())) ON CONFLICT DO NOTHING", asset.Key);
            }

            return true;
        },
        cancellationToken);
}
