using System.Security.Cryptography;
using Kinora.Core.Accounts;
using Kinora.Core.Credits;
using Kinora.Core.Generations;

namespace Kinora.Core.Storage.Sqlite;

/// <summary>Accounts and credentials in SQLite.</summary>
internal sealed class SqliteAccountStore(SqliteDatabase database, EventFeed feed) : IAccountStore
{
    public Task<bool> CreateAsync(Account account, LedgerEntry? firstGrant, CancellationToken cancellationToken) => database.WriteAsync(
        transaction =>
        {
            var created = transaction.Session.Execute(
                "INSERT INTO accounts (id, name, role) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING",
                account.Id, account.Name, account.Role.ToString()) == 1;
            if (created && firstGrant is not null) SqliteLedger.Post(transaction.Session, firstGrant);
            return created;
        },
        cancellationToken);

    public Task<Account?> FindAsync(string id, CancellationToken cancellationToken) => database.ReadAsync(
        session => session.Query(
            "SELECT id, name, role, balance, held FROM accounts WHERE id = $1",
            row => new Account(row.GetString(0), row.GetString(1), Enum.Parse<AccountRole>(row.GetString(2)), row.GetInt64(3), row.GetInt64(4)),
            id).SingleOrDefault(),
        cancellationToken);

    public Task<bool> GrantAsync(LedgerEntry grant, CancellationToken cancellationToken) => database.WriteAsync(
        transaction =>
        {
            if (!SqliteLedger.Post(transaction.Session, grant)) return false;
            SqliteEvents.Append(transaction, feed, grant.AccountId, null);
            return true;
        },
        cancellationToken);

    public Task<IReadOnlyList<NumberedLedgerEntry>> LedgerAsync(string accountId, long? before, int limit, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<NumberedLedgerEntry>>(
            session => session.Query(
                """
                SELECT number, kind, balance_change, held_change, generation_id, at, note FROM ledger
                WHERE account_id = $1 AND ($2 IS NULL OR number < $2) ORDER BY number DESC LIMIT $3
                """,
                row => new NumberedLedgerEntry(row.GetInt64(0), new LedgerEntry(
                    accountId, Enum.Parse<LedgerKind>(row.GetString(1), ignoreCase: true), row.GetInt64(2), row.GetInt64(3), row.Text(4), row.Time(5), row.Text(6))),
                accountId, before, limit),
            cancellationToken);

    public Task<long> LastEventAsync(string accountId, CancellationToken cancellationToken) => database.ReadAsync(
        session => session.Scalar("SELECT last_event FROM accounts WHERE id = $1", accountId) as long? ?? 0, cancellationToken);

    public Task SaveCredentialAsync(Credential credential, CancellationToken cancellationToken) => database.WriteAsync(
        transaction => transaction.Session.Execute(
            "INSERT OR REPLACE INTO credentials (kind, hash, account_id, created_at, expires_at) VALUES ($1, $2, $3, $4, $5)",
            credential.Kind.ToString(), credential.Hash, credential.AccountId, credential.CreatedAt.Column(), credential.ExpiresAt.Column()),
        cancellationToken);

    public Task<Credential?> FindCredentialAsync(CredentialKind kind, string hash, DateTimeOffset now, CancellationToken cancellationToken) =>
        database.ReadAsync(
            session => session.Query(
                """
                SELECT account_id, created_at, expires_at FROM credentials
                WHERE kind = $1 AND hash = $2 AND (expires_at IS NULL OR expires_at > $3)
                """,
                row => new Credential(kind, hash, row.GetString(0), row.Time(1), row.IsDBNull(2) ? null : row.Time(2)),
                kind.ToString(), hash, now.Column()).SingleOrDefault(),
            cancellationToken);

    public Task<bool> RemoveCredentialAsync(CredentialKind kind, string hash, CancellationToken cancellationToken) => database.WriteAsync(
        transaction => transaction.Session.Execute("DELETE FROM credentials WHERE kind = $1 AND hash = $2", kind.ToString(), hash) == 1, cancellationToken);

    public Task<byte[]> SecretAsync(string name, CancellationToken cancellationToken) => database.WriteAsync(
        transaction =>
        {
            transaction.Session.Execute(
                "INSERT INTO secrets (name, value) VALUES ($1, $2) ON CONFLICT DO NOTHING", name, RandomNumberGenerator.GetBytes(32));
            return (byte[])transaction.Session.Scalar("SELECT value FROM secrets WHERE name = $1", name)!;
        },
        cancellationToken);
}
