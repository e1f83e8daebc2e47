using System.Data.Common;
using Kinora.Core.Accounts;

namespace Kinora.Core.Storage;

/// <summary>The keys that accounts make for themselves.</summary>
/// <remarks>What a key may do stands in its own row, its caps in that of its account. Whoever changes a key locks its account first.</remarks>
public sealed class ApiKeyStore
{
    /// <summary>More than anybody tells apart.</summary>
    public const int MostOfOne = 100;

    private const string Kind = nameof(CredentialKind.ApiKey);
    private const string Columns = "hash, name, prefix, created_at, scope, expires_at, allowed_ips, used_at";
    private readonly ISqlDatabase _database;

    internal ApiKeyStore(ISqlDatabase database) => _database = database;

    /// <summary>Keeps a new key; false when the account has <see cref="MostOfOne"/> of them.</summary>
    public Task<bool> AddAsync(string accountId, ApiKey key, CancellationToken cancellationToken) => _database.WriteAsync(
        async transaction =>
        {
            var caps = await KeySpending.LockAsync(transaction, accountId);
            var added = await transaction.ExecuteAsync(
                """
                INSERT INTO credentials (kind, hash, account_id, created_at, name, prefix, scope, expires_at, allowed_ips)
                SELECT $1, $2, $3, $4, $5, $6, $7, CAST($8 AS BIGINT), CAST($9 AS TEXT) WHERE (SELECT count(*) FROM credentials WHERE account_id = $3 AND kind = $1) < $10
                """,
                Kind, key.Hash, accountId, key.CreatedAt.Column(), key.Name, key.Prefix, key.Limits.Scope.ToString(), key.Limits.ExpiresAt.Column(),
                key.Limits.AllowedIps.Column(), MostOfOne) == 1;
            if (added && key.Limits.HasCaps) await KeySpending.CapAsync(transaction, accountId, caps, key, key.CreatedAt);
            return added;
        },
        cancellationToken);

    /// <summary>All keys of an account, oldest first, also those that it did not make itself.</summary>
    /// <param name="now">Whose day is today.</param>
    public Task<List<ApiKey>> ListAsync(string accountId, DateTimeOffset now, CancellationToken cancellationToken) => _database.ReadAsync(
        async session =>
        {
            var keys = await session.QueryAsync($"SELECT {Columns} FROM credentials WHERE account_id = $1 AND kind = $2 ORDER BY created_at, hash", Read, accountId, Kind);
            var caps = await KeySpending.CapsAsync(session, accountId);
            var spent = await KeySpending.SpentAsync(session, accountId, now);
            return keys.ConvertAll(key => WithCaps(key, caps) with { Spent = spent.InAll.GetValueOrDefault(key.Id), SpentToday = spent.Today.GetValueOrDefault(key.Id) });
        },
        cancellationToken);

    /// <summary>What a key of the account is held to; null when it has none with this id.</summary>
    public Task<ApiKey?> FindAsync(string accountId, string id, CancellationToken cancellationToken) => CredentialId.OfKey.HashStart(id) is not { } start
        ? Task.FromResult<ApiKey?>(null)
        : _database.ReadAsync(session => FindAsync(session, accountId, start), cancellationToken);

    /// <summary>Changes a key of the account at once, on every node; null when it has none with this id.</summary>
    /// <param name="change">Of its name and what it is held to. What it has spent stays, also where it has no caps meanwhile.</param>
    public Task<ApiKey?> ChangeAsync(string accountId, string id, Func<ApiKey, ApiKey> change, DateTimeOffset now, CancellationToken cancellationToken) =>
        CredentialId.OfKey.HashStart(id) is not { } start
            ? Task.FromResult<ApiKey?>(null)
            : _database.WriteAsync(
                async transaction =>
                {
                    var caps = await KeySpending.LockAsync(transaction, accountId);
                    if (await FindAsync(transaction, accountId, start) is not { } before) return null;
                    var key = change(before);
                    await transaction.ExecuteAsync(
                        "UPDATE credentials SET name = $3, scope = $4, expires_at = CAST($5 AS BIGINT), allowed_ips = CAST($6 AS TEXT) WHERE kind = $1 AND hash = $2",
                        Kind, key.Hash, key.Name, key.Limits.Scope.ToString(), key.Limits.ExpiresAt.Column(), key.Limits.AllowedIps.Column());
                    await KeySpending.CapAsync(transaction, accountId, caps, key, now);
                    return key;
                },
                cancellationToken);

    /// <summary>Ends a key of the account and its sessions at once, on every node; false when it has none with this id.</summary>
    public Task<bool> RemoveAsync(string accountId, string id, CancellationToken cancellationToken) => CredentialId.OfKey.HashStart(id) is not { } start
        ? Task.FromResult(false)
        : _database.WriteAsync(
            async transaction =>
            {
                var caps = await KeySpending.LockAsync(transaction, accountId);
                if (await FindAsync(transaction, accountId, start) is not { } key) return false;
                await transaction.ExecuteAsync("DELETE FROM credentials WHERE account_id = $1 AND (kind = $2 AND hash = $3 OR key_hash = $3)", accountId, Kind, key.Hash);
                await KeySpending.CapAsync(transaction, accountId, caps, key with { Limits = KeyLimits.None }, key.CreatedAt);
                return true;
            },
            cancellationToken);

    private static async Task<ApiKey?> FindAsync(ISqlSession session, string accountId, string start)
    {
        var keys = await session.QueryAsync($"SELECT {Columns} FROM credentials WHERE account_id = $1 AND kind = $2 AND hash LIKE $3", Read, accountId, Kind, start + "%");
        return keys is [var key, ..] ? WithCaps(key, await KeySpending.CapsAsync(session, accountId)) : null;
    }

    private static ApiKey WithCaps(ApiKey key, IReadOnlyDictionary<string, KeyCap>? caps) =>
        caps?.GetValueOrDefault(key.Id) is { } cap ? key with { Limits = key.Limits with { DailyCredits = cap.Daily, TotalCredits = cap.Total } } : key;

    private static ApiKey Read(DbDataReader row) => new(row.GetString(0), row.Text(1), row.Text(2), row.Time(3))
    {
        Limits = new() { Scope = row.Scope(4), ExpiresAt = row.MaybeTime(5), AllowedIps = row.Addresses(6) },
        UsedAt = row.MaybeTime(7),
    };
}
