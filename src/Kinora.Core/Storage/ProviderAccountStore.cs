using System.Text.Json;
using Kinora.Core.Providers.Accounts;

namespace Kinora.Core.Storage;

/// <summary>The provider accounts that administrators entered. Their secrets are written protected.</summary>
internal sealed class ProviderAccountStore(ISqlDatabase database, SecretProtection secrets)
{
    /// <summary>All, by their ids.</summary>
    public Task<List<StoredAccount>> ReadAsync(CancellationToken cancellationToken) => database.ReadAsync(
        session => session.QueryAsync(
            "SELECT document, version FROM provider_accounts ORDER BY id", row => Readable(row.GetString(0), row.GetInt64(1))),
        cancellationToken);

    /// <summary>Enters it, or takes the place of the one with its id. What was uploaded there is forgotten: it may be another place now.</summary>
    public Task SaveAsync(ProviderAccount account, CancellationToken cancellationToken) => database.WriteAsync(
        async transaction =>
        {
            await transaction.ExecuteAsync("DELETE FROM provider_files WHERE account = $1", account.Id);
            return await transaction.ExecuteAsync(
                """
                INSERT INTO provider_accounts (id, document, version) VALUES ($1, $2, 1)
                ON CONFLICT (id) DO UPDATE SET document = excluded.document, version = provider_accounts.version + 1
                """,
                account.Id, JsonSerializer.Serialize(Protected(account), KinoraJsonContext.Default.ProviderAccount));
        },
        cancellationToken);

    /// <summary>False when there was none.</summary>
    public Task<bool> RemoveAsync(string id, CancellationToken cancellationToken) => database.WriteAsync(
        async transaction => await transaction.ExecuteAsync("DELETE FROM provider_accounts WHERE id = $1", id) == 1, cancellationToken);

    private ProviderAccount Protected(ProviderAccount account) => account with
    {
        Keys = [.. account.Keys.Select(secrets.Protect)],
        WebhookSecret = account.WebhookSecret is { } secret ? secrets.Protect(secret) : null,
    };

    private StoredAccount Readable(string document, long version)
    {
        var account = JsonSerializer.Deserialize(document, KinoraJsonContext.Default.ProviderAccount)!;
        var keys = account.Keys.Select(secrets.Unprotect).ToList();
        var secret = account.WebhookSecret is { } text ? secrets.Unprotect(text) : null;
        return keys.Contains(null) || (secret is null && account.WebhookSecret is not null)
            ? new(account with { Keys = [], WebhookSecret = null }, version) { IsLocked = true }
            : new(account with { Keys = keys!, WebhookSecret = secret }, version);
    }
}

/// <summary>A provider account out of the database.</summary>
/// <param name="Version">Another one after each change.</param>
internal sealed record StoredAccount(ProviderAccount Account, long Version)
{
    /// <summary>Whether its secrets cannot be read, because what they were protected by is gone.</summary>
    public bool IsLocked { get; init; }
}
