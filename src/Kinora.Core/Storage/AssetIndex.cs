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
                "INSERT INTO assets (id, account_id, document) VALUES ($1, $2, $3)",
                asset.Id, asset.AccountId, JsonSerializer.Serialize(asset, KinoraJsonContext.Default.Asset));
            return true;
        },
        cancellationToken);

    public Task<Asset?> FindAsync(string accountId, string id, CancellationToken cancellationToken) => _database.ReadAsync(
        async session => (await session.QueryAsync(
            "SELECT document FROM assets WHERE id = $1 AND account_id = $2",
            row => JsonSerializer.Deserialize(row.GetString(0), KinoraJsonContext.Default.Asset)!, id, accountId)).SingleOrDefault(),
        cancellationToken);
}
