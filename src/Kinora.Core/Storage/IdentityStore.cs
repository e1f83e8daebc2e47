using Kinora.Core.Accounts;

namespace Kinora.Core.Storage;

/// <summary>Which accounts people at the sign-in provider have, and who is there now.</summary>
public sealed class IdentityStore
{
    private readonly ISqlDatabase _database;

    internal IdentityStore(ISqlDatabase database) => _database = database;

    /// <summary>The account of an identity; null when it has none.</summary>
    public Task<string?> FindAsync(SignInIdentity identity, CancellationToken cancellationToken) => _database.ReadAsync(
        session => HolderAsync(session, identity), cancellationToken);

    /// <summary>Of an account, oldest first.</summary>
    public Task<List<LinkedIdentity>> ListAsync(string accountId, CancellationToken cancellationToken) => _database.ReadAsync(
        session => session.QueryAsync(
            "SELECT issuer, subject, name, linked_at FROM identities WHERE account_id = $1 ORDER BY linked_at, id",
            row => new LinkedIdentity(new(row.GetString(0), row.GetString(1), row.Text(2)), row.Time(3)), accountId),
        cancellationToken);

    /// <summary>Gives an identity to an account, unless one has it; answers whose it is.</summary>
    public Task<string> LinkAsync(string accountId, SignInIdentity identity, DateTimeOffset now, CancellationToken cancellationToken) => _database.WriteAsync(
        async transaction => await InsertAsync(transaction, accountId, identity, now) ? accountId : (await HolderAsync(transaction, identity))!, cancellationToken);

    /// <summary>Makes an account for an identity, unless one has it; answers whose it is.</summary>
    public Task<string> SignUpAsync(Account account, SignInIdentity identity, DateTimeOffset now, CancellationToken cancellationToken) => _database.WriteAsync(
        async transaction =>
        {
            await transaction.ExecuteAsync("INSERT INTO accounts (id, name, role) VALUES ($1, $2, $3)", account.Id, account.Name, account.Role.ToString());
            if (await InsertAsync(transaction, account.Id, identity, now)) return account.Id;
            await transaction.ExecuteAsync("DELETE FROM accounts WHERE id = $1", account.Id);
            return (await HolderAsync(transaction, identity))!;
        },
        cancellationToken);

    /// <summary>Takes an identity from an account, unless it would have neither identity nor password left. False when it was not taken.</summary>
    public Task<bool> UnlinkAsync(string accountId, string id, CancellationToken cancellationToken) => _database.WriteAsync(
        async transaction =>
        {
            // The lock first: of two who unlink at once, the second sees what the first did.
            await transaction.ExecuteAsync("UPDATE accounts SET name = name WHERE id = $1", accountId);
            return await transaction.ExecuteAsync(
                """
                DELETE FROM identities WHERE account_id = $1 AND id = $2
                AND (EXISTS (SELECT 1 FROM passwords WHERE account_id = $1) OR EXISTS (SELECT 1 FROM identities i WHERE i.account_id = $1 AND i.id <> $2))
                """,
                accountId, id) == 1;
        },
        cancellationToken);

    /// <summary>Keeps a visit to the provider that begins.</summary>
    public Task BeginAsync(SignInVisit visit, CancellationToken cancellationToken) => _database.WriteAsync(
        transaction => transaction.ExecuteAsync(
            "INSERT INTO sign_in_visits (state, browser, verifier, account_id, expires_at) VALUES ($1, $2, $3, $4, $5)",
            visit.State, visit.Browser, visit.Verifier, visit.AccountId, visit.ExpiresAt.Column()),
        cancellationToken);

    /// <summary>Uses a visit up, whatever comes of it; null when there is none with this state, or no longer.</summary>
    public Task<SignInVisit?> EndAsync(string state, DateTimeOffset now, CancellationToken cancellationToken) => _database.WriteAsync(
        async transaction => (await transaction.QueryAsync(
            "DELETE FROM sign_in_visits WHERE state = $1 RETURNING browser, verifier, account_id, expires_at",
            row => new SignInVisit(state, row.GetString(0), row.GetString(1), row.Text(2), row.Time(3)), state)).SingleOrDefault() is { } visit && visit.ExpiresAt > now
            ? visit
            : null,
        cancellationToken);

    private static async Task<bool> InsertAsync(ISqlTransaction transaction, string accountId, SignInIdentity identity, DateTimeOffset now) => await transaction.ExecuteAsync(
        "INSERT INTO identities (id, account_id, issuer, subject, name, linked_at) VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING",
        identity.Id, accountId, identity.Issuer, identity.Subject, identity.Name, now.Column()) == 1;

    private static async Task<string?> HolderAsync(ISqlSession session, SignInIdentity identity) =>
        (string?)await session.ScalarAsync("SELECT account_id FROM identities WHERE id = $1", identity.Id);
}
