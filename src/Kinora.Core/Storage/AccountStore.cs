using System.Data.Common;
using System.Security.Cryptography;
using Kinora.Core.Accounts;
using Kinora.Core.Credits;

namespace Kinora.Core.Storage;

/// <summary>Accounts, their keys and sessions, and the reading side of the ledger.</summary>
public sealed class AccountStore
{
    /// <summary>How exactly it is known when a key was used last.</summary>
    public static readonly TimeSpan NotedEvery = TimeSpan.FromMinutes(1);

    private const string Columns = "id, name, role, balance, held, max_concurrent, daily_generations, at_providers, day, day_generations, deactivated_at";
    private readonly ISqlDatabase _database;

    // A client of many connections asks by one key, again and again.
    private readonly SharedReads<(CredentialKind Kind, string Hash), Credential?> _credentials;

    internal AccountStore(ISqlDatabase database, TimeProvider time) =>
        (_database, _credentials) = (database, new(key => FindCredentialAsync(key.Kind, key.Hash), () => database.Writes, time));

    /// <summary>Creates the account unless its id is taken, with its first grant; answers whether it was created.</summary>
    public Task<bool> CreateAsync(Account account, LedgerEntry? firstGrant, CancellationToken cancellationToken) => _database.WriteAsync(
        async transaction =>
        {
            var created = await transaction.ExecuteAsync(
                "INSERT INTO accounts (id, name, role) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING",
                account.Id, account.Name, account.Role.ToString()) == 1;
            if (created && firstGrant is not null) await SqlLedger.PostAsync(transaction, firstGrant);
            return created;
        },
        cancellationToken);

    public Task<Account?> FindAsync(string id, CancellationToken cancellationToken) => _database.ReadAsync(
        async session => (await session.QueryAsync(
            $"SELECT {Columns} FROM accounts WHERE id = $1", ReadAccount, id)).SingleOrDefault(),
        cancellationToken);

    /// <summary>A page of accounts by their ids, after <paramref name="after"/>.</summary>
    public Task<List<Account>> ListAsync(string? after, int limit, CancellationToken cancellationToken) => _database.ReadAsync(
        session => session.QueryAsync(
            $"SELECT {Columns} FROM accounts WHERE id > $1 ORDER BY id LIMIT $2", ReadAccount, after ?? "", limit), cancellationToken);

    /// <summary>When each of the accounts between two ids was used last: by a key, or by signing in. Those that never were are left out.</summary>
    public async Task<IReadOnlyDictionary<string, DateTimeOffset>> SeenAsync(string first, string last, CancellationToken cancellationToken) => (await _database.ReadAsync(
        session => session.QueryAsync(
            """
            SELECT account_id, MAX(CASE WHEN kind = 'ApiKey' THEN used_at ELSE created_at END) FROM credentials
            WHERE account_id >= $1 AND account_id <= $2 AND kind IN ('ApiKey', 'Session') GROUP BY account_id
            """,
            row => (Id: row.GetString(0), At: row.MaybeTime(1)), first, last),
        cancellationToken)).Where(row => row.At is not null).ToDictionary(row => row.Id, row => row.At!.Value);

    /// <summary>Sets what an account is held to; null when there is none with this id.</summary>
    /// <param name="change">Of what an administrator set before.</param>
    public Task<Account?> LimitAsync(string id, Func<AccountLimits, AccountLimits> change, CancellationToken cancellationToken) => _database.WriteAsync(
        async transaction =>
        {
            // The lock first: of two who change it at once, the second sees what the first did.
            var rows = await transaction.QueryAsync($"UPDATE accounts SET name = name WHERE id = $1 RETURNING {Columns}", ReadAccount, id);
            if (rows is not [var account]) return null;
            var limits = change(account.Limits);
            await transaction.ExecuteAsync(
                "UPDATE accounts SET max_concurrent = CAST($2 AS BIGINT), daily_generations = CAST($3 AS BIGINT) WHERE id = $1",
                id, (long?)limits.MaxConcurrent, (long?)limits.DailyGenerations);
            return account with { Limits = limits };
        },
        cancellationToken);

    /// <summary>
    /// Lets an account be used, or not: then its sessions and sign-in links end at once, its keys rest, and what it has runs on.
    /// Null when there is none with this id.
    /// </summary>
    public Task<Account?> ActivateAsync(string id, bool active, DateTimeOffset now, CancellationToken cancellationToken) => _database.WriteAsync(
        async transaction =>
        {
            var rows = await transaction.QueryAsync(
                $"UPDATE accounts SET deactivated_at = CASE WHEN $2 = 1 THEN NULL ELSE COALESCE(deactivated_at, CAST($3 AS BIGINT)) END WHERE id = $1 RETURNING {Columns}",
                ReadAccount, id, active ? 1L : 0L, now.Column());
            if (!active) await SessionStore.EndAsync(transaction, id, except: null);
            return rows.SingleOrDefault();
        },
        cancellationToken);

    /// <summary>Moves credits without a generation: a grant or an adjustment. False when the account does not exist.</summary>
    public Task<bool> PostAsync(LedgerEntry entry, CancellationToken cancellationToken) => _database.WriteAsync(
        async transaction =>
        {
            if (!await SqlLedger.PostAsync(transaction, entry)) return false;
            await SqlEvents.AppendAsync(transaction, entry.AccountId, generationId: null);
            return true;
        },
        cancellationToken);

    /// <summary>A page of the ledger, newest first, older than entry number <paramref name="before"/>.</summary>
    public Task<List<NumberedLedgerEntry>> LedgerAsync(string accountId, long? before, int limit, CancellationToken cancellationToken) =>
        LedgerAsync("", accountId, before, limit, cancellationToken);

    /// <summary>The same of what administrators gave and took back.</summary>
    public Task<List<NumberedLedgerEntry>> GrantsAsync(string accountId, long? before, int limit, CancellationToken cancellationToken) =>
        LedgerAsync("AND kind IN ('grant', 'adjust')", accountId, before, limit, cancellationToken);

    private Task<List<NumberedLedgerEntry>> LedgerAsync(string and, string accountId, long? before, int limit, CancellationToken cancellationToken) =>
        _database.ReadAsync(
            session => session.QueryAsync(
                $"""
                SELECT number, kind, balance_change, held_change, generation_id, at, note FROM ledger
                WHERE account_id = $1 {and} AND number < COALESCE(CAST($2 AS BIGINT), 9223372036854775807) ORDER BY number DESC LIMIT $3
                """,
                row => new NumberedLedgerEntry(row.GetInt64(0), Entry(accountId, row)),
                accountId, before, limit),
            cancellationToken);

    /// <summary>What one generation moved, in its order.</summary>
    public Task<List<LedgerEntry>> LedgerOfAsync(string generationId, CancellationToken cancellationToken) => _database.ReadAsync(
        session => session.QueryAsync(
            "SELECT account_id, kind, balance_change, held_change, generation_id, at, note FROM ledger WHERE generation_id = $1 ORDER BY number",
            row => Entry(row.GetString(0), row), generationId),
        cancellationToken);

    /// <summary>The number of the account's newest event; 0 when there is none.</summary>
    public Task<long> LastEventAsync(string accountId, CancellationToken cancellationToken) => _database.ReadAsync(
        async session => await session.ScalarAsync("SELECT last_event FROM accounts WHERE id = $1", accountId) as long? ?? 0, cancellationToken);

    /// <summary>Keeps a credential by its hash: an API key, a session, a sign-in link. Replaces one with the same hash.</summary>
    public Task SaveCredentialAsync(Credential credential, CancellationToken cancellationToken) => _database.WriteAsync(
        transaction => transaction.ExecuteAsync(
            """
            INSERT INTO credentials (kind, hash, account_id, created_at, expires_at, key_hash, method, agent) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
            ON CONFLICT (kind, hash) DO UPDATE SET account_id = $3, created_at = $4, expires_at = $5, key_hash = $6, method = $7, agent = $8
            """,
            credential.Kind.ToString(), credential.Hash, credential.AccountId, credential.CreatedAt.Column(), credential.ExpiresAt.Column(),
            credential.Kind is CredentialKind.ApiKey ? null : credential.KeyHash, credential.Method?.ToString(), credential.Agent),
        cancellationToken);

    /// <summary>The credential with this hash, if it is of this kind and has not lapsed at <paramref name="now"/>. One that another node ended may be found for a second.</summary>
    public async Task<Credential?> FindCredentialAsync(CredentialKind kind, string hash, DateTimeOffset now, CancellationToken cancellationToken) =>
        await _credentials.ReadAsync((kind, hash)).WaitAsync(cancellationToken) is { } found && (found.ExpiresAt is null || found.ExpiresAt > now) ? found : null;

    /// <summary>Removes a credential; answers whether this call was the one that removed it.</summary>
    public Task<bool> RemoveCredentialAsync(CredentialKind kind, string hash, CancellationToken cancellationToken) => _database.WriteAsync(
        async transaction =>
            await transaction.ExecuteAsync("DELETE FROM credentials WHERE kind = $1 AND hash = $2", kind.ToString(), hash) == 1,
        cancellationToken);

    /// <summary>A random key of this installation (32 bytes), made at its first use.</summary>
    public Task<byte[]> SecretAsync(string name, CancellationToken cancellationToken) => _database.WriteAsync(
        async transaction =>
        {
            await transaction.ExecuteAsync(
                "INSERT INTO secrets (name, value) VALUES ($1, $2) ON CONFLICT DO NOTHING", name, RandomNumberGenerator.GetBytes(32));
            return (byte[])(await transaction.ScalarAsync("SELECT value FROM secrets WHERE name = $1", name))!;
        },
        cancellationToken);

    /// <summary>Notes that a key is in use, unless that was noted within the last minute.</summary>
    public Task NoteUseAsync(string keyHash, DateTimeOffset now, CancellationToken cancellationToken) => _database.WriteAsync(
        transaction => transaction.ExecuteAsync(
            "UPDATE credentials SET used_at = $3 WHERE kind = $1 AND hash = $2 AND (used_at IS NULL OR used_at <= $4)",
            nameof(CredentialKind.ApiKey), keyHash, now.Column(), (now - NotedEvery).Column()),
        cancellationToken);

    // With what its key is held to: the key that it is, or that began it. A session whose key is gone is none, and nothing opens a deactivated account.
    private Task<Credential?> FindCredentialAsync(CredentialKind kind, string hash) => _database.ReadAsync(
        async session => (await session.QueryAsync(
            """
            SELECT c.account_id, c.created_at, c.expires_at, k.hash, k.expires_at, k.scope, k.allowed_ips, k.used_at, c.method
            FROM credentials c JOIN accounts a ON a.id = c.account_id AND a.deactivated_at IS NULL
            LEFT JOIN credentials k ON k.kind = $3 AND k.hash = COALESCE(c.key_hash, c.hash)
            WHERE c.kind = $1 AND c.hash = $2 AND (c.key_hash IS NULL OR k.hash IS NOT NULL)
            """,
            row => ReadCredential(kind, hash, row), kind.ToString(), hash, nameof(CredentialKind.ApiKey))).SingleOrDefault(),
        CancellationToken.None);

    private static Credential ReadCredential(CredentialKind kind, string hash, DbDataReader row)
    {
        var (own, ofKey) = (row.MaybeTime(2), row.MaybeTime(4));
        var credential = new Credential(kind, hash, row.GetString(0), row.Time(1), own < ofKey || ofKey is null ? own : ofKey)
        {
            Method = row.Text(8) is { } method ? Enum.Parse<SignInMethod>(method) : null,
        };
        return row.IsDBNull(3) ? credential : credential with
        {
            KeyHash = row.GetString(3), Scope = row.Scope(5), AllowedIps = row.Addresses(6), UsedAt = row.MaybeTime(7),
        };
    }

    private static Account ReadAccount(DbDataReader row) =>
        new(row.GetString(0), row.GetString(1), Enum.Parse<AccountRole>(row.GetString(2)), row.GetInt64(3), row.GetInt64(4))
        {
            Limits = AccountState.ReadLimits(row, 5) ?? AccountLimits.None,
            AtProviders = row.GetInt64(7),
            Accepted = (row.GetInt64(8), row.GetInt64(9)),
            DeactivatedAt = row.MaybeTime(10),
        };

    // Of columns 1 to 6: kind, balance_change, held_change, generation_id, at, note.
    private static LedgerEntry Entry(string accountId, DbDataReader row) => new(
        accountId, Enum.Parse<LedgerKind>(row.GetString(1), ignoreCase: true), row.GetInt64(2), row.GetInt64(3), row.Text(4), row.Time(5), row.Text(6));
}

/// <summary>A ledger entry and its place in the ledger.</summary>
public sealed record NumberedLedgerEntry(long Number, LedgerEntry Entry);
