using System.Text.Json;
using Kinora.Core.Assets;

namespace Kinora.Core.Storage;

/// <summary>What is known of uploaded files.</summary>
public sealed class AssetIndex
{
    private readonly ISqlDatabase _database;

    internal AssetIndex(ISqlDatabase database) => _database = database;

    /// <summary>Adds an asset, whose files were written down as loose; or renews the use of the one that has the same bytes, if the account has it already.</summary>
    /// <returns>The account's asset with these bytes.</returns>
    /// <exception cref="IOException">Its files were swept meanwhile.</exception>
    public Task<Asset> AddAsync(Asset asset, CancellationToken cancellationToken) => _database.WriteAsync(
        async transaction =>
        {
            var added = await transaction.QueryAsync(
                """
                INSERT INTO assets (id, account_id, document, used_at, sha256, kind) VALUES ($1, $2, $3, (SELECT kinora_now()), $4, $5)
                ON CONFLICT (account_id, sha256) DO NOTHING RETURNING document, used_at
                """,
                row => row.Asset(0), asset.Id, asset.AccountId, JsonSerializer.Serialize(asset, KinoraJsonContext.Default.Asset), asset.Sha256, asset.Kind);
            if (added.Count == 0)
            {
                await LoosenAsync(transaction, asset);
                return await RenewAsync(transaction, asset.AccountId, asset.Sha256) ?? throw new IOException("The same file was just removed.");
            }

            foreach (var key in asset.Files.Order(StringComparer.Ordinal))
            {
                if (await transaction.ExecuteAsync("DELETE FROM loose_files WHERE key = $1 AND sweeping = 0", key) == 0)
                    throw new IOException("The upload took so long that its files were swept.");
            }

            return added[0];
        },
        cancellationToken);

    /// <summary>The account's asset with these bytes, which counts as used from now on; null when it has none.</summary>
    /// <param name="sha256">In lower-case hex.</param>
    public Task<Asset?> RenewAsync(string accountId, string sha256, CancellationToken cancellationToken) =>
        _database.WriteAsync(transaction => RenewAsync(transaction, accountId, sha256), cancellationToken);

    public Task<Asset?> FindAsync(string accountId, string id, CancellationToken cancellationToken) => _database.ReadAsync(
        session => FindAsync(session, accountId, id), cancellationToken);

    /// <summary>Whosever it is: for those who were given the way to it.</summary>
    public Task<Asset?> FindAsync(string id, CancellationToken cancellationToken) => _database.ReadAsync(
        async session => (await session.QueryAsync("SELECT document, used_at FROM assets WHERE id = $1", row => row.Asset(0), id)).SingleOrDefault(),
        cancellationToken);

    /// <summary>A page of the account's assets, newest first, older than the asset <paramref name="before"/>.</summary>
    /// <param name="kind"><c>image</c>, <c>video</c> or <c>audio</c>; null for all.</param>
    public Task<List<Asset>> ListAsync(string accountId, string? before, int limit, string? kind, CancellationToken cancellationToken) => _database.ReadAsync(
        session => session.QueryAsync(
            """
            SELECT document, used_at FROM assets
            WHERE account_id = $1 AND id < COALESCE(CAST($2 AS TEXT), '~') AND kind = COALESCE(CAST($3 AS TEXT), kind) ORDER BY id DESC LIMIT $4
            """,
            row => row.Asset(0), accountId, before, kind, limit),
        cancellationToken);

    /// <summary>The account's own, and it counts as used from now on: it stays as long as unused uploads are kept.</summary>
    public Task<Asset?> UseAsync(string accountId, string id, CancellationToken cancellationToken) => _database.WriteAsync(
        async transaction => (await transaction.QueryAsync(
            "UPDATE assets SET used_at = (SELECT kinora_now()) WHERE id = $1 AND account_id = $2 RETURNING document, used_at",
            row => row.Asset(0), id, accountId)).SingleOrDefault(),
        cancellationToken);

    /// <summary>Removes one at its owner's wish, unless a generation that has not ended names it; its files are then loose.</summary>
    public Task<AssetRemoval> RemoveAsync(string accountId, string id, CancellationToken cancellationToken) => _database.WriteAsync(
        async transaction =>
        {
            if (await FindAsync(transaction, accountId, id) is not { } asset) return AssetRemoval.Unknown;
            if (await IsInUseAsync(transaction, asset)) return AssetRemoval.InUse;
            if (await transaction.ExecuteAsync("DELETE FROM assets WHERE id = $1", id) == 0) return AssetRemoval.Unknown;
            await LoosenAsync(transaction, asset);
            return AssetRemoval.Removed;
        },
        cancellationToken);

    /// <summary>Uploads that nobody has used for longer than <paramref name="unused"/>, longest first.</summary>
    internal Task<List<Asset>> UnusedAsync(TimeSpan unused, int limit, CancellationToken cancellationToken) => _database.ReadAsync(
        session => session.QueryAsync(
            "SELECT document, used_at FROM assets WHERE used_at <= (SELECT kinora_now()) - $1 ORDER BY used_at LIMIT $2",
            row => row.Asset(0), (long)unused.TotalMilliseconds, limit),
        cancellationToken);

    /// <summary>Forgets an upload, unless it was used meanwhile or a generation or join that has not ended or the draft of a group names it; its files are then loose.</summary>
    internal Task DropAsync(Asset asset, TimeSpan unused, CancellationToken cancellationToken) => _database.WriteAsync(
        async transaction =>
        {
            if (await IsInUseAsync(transaction, asset) || await IsInDraftAsync(transaction, asset))
            {
                await transaction.ExecuteAsync("UPDATE assets SET used_at = (SELECT kinora_now()) WHERE id = $1", asset.Id);
            }
            else if (await transaction.ExecuteAsync(
                "DELETE FROM assets WHERE id = $1 AND used_at <= (SELECT kinora_now()) - $2", asset.Id, (long)unused.TotalMilliseconds) == 1)
            {
                await LoosenAsync(transaction, asset);
            }

            return true;
        },
        cancellationToken);

    private static async Task<Asset?> FindAsync(ISqlSession session, string accountId, string id) => (await session.QueryAsync(
        "SELECT document, used_at FROM assets WHERE id = $1 AND account_id = $2", row => row.Asset(0), id, accountId)).SingleOrDefault();

    private static async Task<Asset?> RenewAsync(ISqlTransaction transaction, string accountId, string sha256) => (await transaction.QueryAsync(
        "UPDATE assets SET used_at = (SELECT kinora_now()) WHERE account_id = $1 AND sha256 = $2 RETURNING document, used_at",
        row => row.Asset(0), accountId, sha256)).SingleOrDefault();

    private static async Task<bool> IsInUseAsync(ISqlTransaction transaction, Asset asset) => await transaction.ScalarAsync(
        """
        SELECT id FROM generations
        WHERE status IN ('queued', 'submitting', 'running', 'collecting') AND due_at IS NOT NULL AND account_id = $1 AND document LIKE $2
        UNION ALL SELECT id FROM joins WHERE due_at IS NOT NULL AND account_id = $1 AND plan LIKE $2 LIMIT 1
        """,
        asset.AccountId, $"%{asset.Id}%") is not null;

    private static async Task<bool> IsInDraftAsync(ISqlTransaction transaction, Asset asset) => await transaction.ScalarAsync(
        "SELECT id FROM generation_groups WHERE account_id = $1 AND items LIKE $2 LIMIT 1", asset.AccountId, $"%{asset.Id}%") is not null;

    // From now on nothing refers to them.
    private static async Task LoosenAsync(ISqlTransaction transaction, Asset asset)
    {
        foreach (var key in asset.Files.Order(StringComparer.Ordinal))
        {
            await transaction.ExecuteAsync(
                """
                INSERT INTO loose_files (key, sweep_at) VALUES ($1, (SELECT kinora_now()))
                ON CONFLICT (key) DO UPDATE SET sweep_at = excluded.sweep_at WHERE loose_files.sweeping = 0
                """,
                key);
        }
    }
}
