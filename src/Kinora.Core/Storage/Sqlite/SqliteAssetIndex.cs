using System.Text.Json;
using Kinora.Core.Assets;

namespace Kinora.Core.Storage.Sqlite;

/// <summary>Uploaded files in SQLite.</summary>
internal sealed class SqliteAssetIndex(SqliteDatabase database) : IAssetIndex
{
    public Task AddAsync(Asset asset, CancellationToken cancellationToken) => database.WriteAsync(
        transaction => transaction.Session.Execute(
            "INSERT INTO assets (id, account_id, document) VALUES ($1, $2, $3)",
            asset.Id, asset.AccountId, JsonSerializer.Serialize(asset, KinoraJsonContext.Default.Asset)),
        cancellationToken);

    public Task<Asset?> FindAsync(string accountId, string id, CancellationToken cancellationToken) => database.ReadAsync(
        session => session.Query(
            "SELECT document FROM assets WHERE id = $1 AND account_id = $2",
            row => JsonSerializer.Deserialize(row.GetString(0), KinoraJsonContext.Default.Asset)!, id, accountId).SingleOrDefault(),
        cancellationToken);
}
