namespace Kinora.Core.Storage;

/// <summary>Uploads that still lie at a provider account, by the asset that each is of.</summary>
internal sealed class ProviderFiles(ISqlDatabase database)
{
    /// <summary>Where the provider reads the asset; null where it was never sent there, or may be gone.</summary>
    public Task<string?> FindAsync(string account, string assetId, CancellationToken cancellationToken) => database.ReadAsync(
        async session => await session.ScalarAsync(
            "SELECT address FROM provider_files WHERE account = $1 AND asset_id = $2 AND until > (SELECT kinora_now())", account, assetId) as string,
        cancellationToken);

    /// <summary>Keeps where it lies; forgets those that have lapsed.</summary>
    public Task KeepAsync(string account, string assetId, string address, TimeSpan life, CancellationToken cancellationToken) => database.WriteAsync(
        async transaction =>
        {
            await transaction.ExecuteAsync("DELETE FROM provider_files WHERE until <= (SELECT kinora_now())");
            return await transaction.ExecuteAsync(
                """
                INSERT INTO provider_files (account, asset_id, address, until) VALUES ($1, $2, $3, (SELECT kinora_now()) + $4)
                ON CONFLICT (account, asset_id) DO UPDATE SET address = excluded.address, until = excluded.until
                """,
                account, assetId, address, (long)life.TotalMilliseconds);
        },
        cancellationToken);

    /// <summary>It may not be there any more.</summary>
    public Task ForgetAsync(string account, string assetId, CancellationToken cancellationToken) => database.WriteAsync(
        transaction => transaction.ExecuteAsync("DELETE FROM provider_files WHERE account = $1 AND asset_id = $2", account, assetId), cancellationToken);
}
