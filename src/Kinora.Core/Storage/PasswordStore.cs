using System.Data.Common;
using Kinora.Core.Accounts;

namespace Kinora.Core.Storage;

/// <summary>The names and passwords of accounts.</summary>
public sealed class PasswordStore
{
    private const string Columns = "SELECT p.account_id, p.name, p.hash FROM passwords p";
    private readonly ISqlDatabase _database;

    internal PasswordStore(ISqlDatabase database) => _database = database;

    /// <summary>By name, in any case; null where nobody has it, or who has it is deactivated.</summary>
    public Task<SignInPassword?> FindAsync(string name, CancellationToken cancellationToken) => _database.ReadAsync(
        async session => (await session.QueryAsync(
            $"{Columns} JOIN accounts a ON a.id = p.account_id AND a.deactivated_at IS NULL WHERE p.name_key = $1", Read, SignInName.Key(name))).SingleOrDefault(),
        cancellationToken);

    /// <summary>Of an account; null when it has none.</summary>
    public Task<SignInPassword?> OfAsync(string accountId, CancellationToken cancellationToken) => _database.ReadAsync(
        async session => (await session.QueryAsync($"{Columns} WHERE p.account_id = $1", Read, accountId)).SingleOrDefault(), cancellationToken);

    /// <summary>Sets an account's name and password and ends its other sessions and its sign-in links; false when another account has the name.</summary>
    /// <param name="except">Hash of the session that stays; null for none.</param>
    public Task<bool> SetAsync(SignInPassword password, string? except, DateTimeOffset now, CancellationToken cancellationToken) => _database.WriteAsync(
        async transaction =>
        {
            object?[] values = [password.AccountId, password.Name, SignInName.Key(password.Name), password.Hash, now.Column()];
            var set = await transaction.ExecuteAsync(
                "INSERT INTO passwords (account_id, name, name_key, hash, changed_at) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING", values) == 1
                || await transaction.ExecuteAsync(
                    """
                    UPDATE passwords SET name = $2, name_key = $3, hash = $4, changed_at = $5
                    WHERE account_id = $1 AND NOT EXISTS (SELECT 1 FROM passwords WHERE name_key = $3 AND account_id <> $1)
                    """,
                    values) == 1;
            if (set) await SessionStore.EndAsync(transaction, password.AccountId, except);
            return set;
        },
        cancellationToken);

    /// <summary>Keeps the same password by a better hash, unless it was changed meanwhile.</summary>
    public Task RehashAsync(SignInPassword password, string hash, CancellationToken cancellationToken) => _database.WriteAsync(
        transaction => transaction.ExecuteAsync("UPDATE passwords SET hash = $3 WHERE account_id = $1 AND hash = $2", password.AccountId, password.Hash, hash),
        cancellationToken);

    private static SignInPassword Read(DbDataReader row) => new(row.GetString(0), row.GetString(1), row.GetString(2));
}
