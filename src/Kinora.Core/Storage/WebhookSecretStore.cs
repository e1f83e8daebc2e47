using System.Security.Cryptography;
using Kinora.Core.Providers.Accounts;
using Kinora.Core.Webhooks;

namespace Kinora.Core.Storage;

/// <summary>
/// The secrets that webhooks are signed with: one of each endpoint, and one of each account for the addresses that its requests name.
/// They are written protected.
/// </summary>
public sealed class WebhookSecretStore
{
    /// <summary>How long a secret signs on after it was exchanged.</summary>
    public static readonly TimeSpan Overlap = TimeSpan.FromHours(24);

    private const int KeyBytes = 32;
    private readonly ISqlDatabase _database;
    private readonly SecretProtection _protection;

    internal WebhookSecretStore(ISqlDatabase database, SecretProtection protection) => (_database, _protection) = (database, protection);

    /// <summary>What the owner's webhooks are signed with now; made at the first call.</summary>
    /// <param name="owner">The id of an endpoint or an account.</param>
    public async Task<WebhookSecret> ReadAsync(string owner, CancellationToken cancellationToken) =>
        await _database.ReadAsync(session => FindAsync(session, owner), cancellationToken)
        ?? await _database.WriteAsync(
            async transaction =>
            {
                await transaction.ExecuteAsync("INSERT INTO webhook_secrets (owner, secret) VALUES ($1, $2) ON CONFLICT DO NOTHING", owner, _protection.Protect(NewSecret()));
                return (await FindAsync(transaction, owner))!;
            },
            cancellationToken);

    /// <summary>Makes a new one, beside which the one before signs for <see cref="Overlap"/>. One before that signs no longer.</summary>
    public Task<WebhookSecret> RotateAsync(string owner, CancellationToken cancellationToken) => _database.WriteAsync(
        async transaction =>
        {
            await transaction.ExecuteAsync(
                """
                INSERT INTO webhook_secrets (owner, secret) VALUES ($1, $2)
                ON CONFLICT (owner) DO UPDATE SET secret = excluded.secret, old_secret = webhook_secrets.secret, old_until = (SELECT kinora_now()) + $3
                """,
                owner, _protection.Protect(NewSecret()), (long)Overlap.TotalMilliseconds);
            return (await FindAsync(transaction, owner))!;
        },
        cancellationToken);

    private async Task<WebhookSecret?> FindAsync(ISqlSession session, string owner) => (await session.QueryAsync(
        """
        SELECT secret, CASE WHEN old_until > (SELECT kinora_now()) THEN old_secret END, CASE WHEN old_until > (SELECT kinora_now()) THEN old_until END
        FROM webhook_secrets WHERE owner = $1
        """,
        row => new WebhookSecret(
            _protection.Unprotect(row.GetString(0)), row.Text(1) is { } old ? _protection.Unprotect(old) : null, row.IsDBNull(2) ? null : row.Time(2)),
        owner)).SingleOrDefault();

    private static string NewSecret() => "whsec_" + Convert.ToBase64String(RandomNumberGenerator.GetBytes(KeyBytes));
}
