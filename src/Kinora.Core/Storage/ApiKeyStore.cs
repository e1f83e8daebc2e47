using Kinora.Core.Accounts;

namespace Kinora.Core.Storage;

/// <summary>The keys that accounts make for themselves.</summary>
public sealed class ApiKeyStore
{
    /// <summary>More than anybody tells apart.</summary>
    public const int MostOfOne = 100;

    private const string Kind = nameof(CredentialKind.ApiKey);
    private readonly ISqlDatabase _database;

    internal ApiKeyStore(ISqlDatabase database) => _database = database;

    /// <summary>Keeps a new key; false when the account has <see cref="MostOfOne"/> of them.</summary>
    public Task<bool> AddAsync(string accountId, ApiKey key, CancellationToken cancellationToken) => _database.WriteAsync(
        async transaction => await transaction.ExecuteAsync(
            """
            INSERT INTO credentials (kind, hash, account_id, created_at, name, prefix) SELECT $1, $2, $3, $4, $5, $6
            WHERE (SELECT count(*) FROM credentials WHERE account_id = $3 AND kind = $1) < $7
            """,
            Kind, key.Hash, accountId, key.CreatedAt.Column(), key.Name, key.Prefix, MostOfOne) == 1,
        cancellationToken);

    /// <summary>All keys of an account, oldest first, also those that it did not make itself.</summary>
    public Task<List<ApiKey>> ListAsync(string accountId, CancellationToken cancellationToken) => _database.ReadAsync(
        session => session.QueryAsync(
            "SELECT hash, name, prefix, created_at FROM credentials WHERE account_id = $1 AND kind = $2 ORDER BY created_at, hash",
            row => new ApiKey(row.GetString(0), row.Text(1), row.Text(2), row.Time(3)), accountId, Kind),
        cancellationToken);

    /// <summary>Ends a key of the account at once, on every node; false when it has none with this id.</summary>
    public Task<bool> RemoveAsync(string accountId, string id, CancellationToken cancellationToken) => ApiKey.HashStart(id) is not { } start
        ? Task.FromResult(false)
        : _database.WriteAsync(
            async transaction => await transaction.ExecuteAsync(
                "DELETE FROM credentials WHERE account_id = $1 AND kind = $2 AND hash LIKE $3", accountId, Kind, start + "%") > 0,
            cancellationToken);
}
