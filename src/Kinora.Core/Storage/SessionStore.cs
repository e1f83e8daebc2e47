using Kinora.Core.Accounts;

namespace Kinora.Core.Storage;

/// <summary>The browsers that are signed in to an account.</summary>
public sealed class SessionStore
{
    private const int MostListed = 200;
    private const string Kind = nameof(CredentialKind.Session);
    private readonly ISqlDatabase _database;

    internal SessionStore(ISqlDatabase database) => _database = database;

    /// <summary>Those that have not lapsed, newest first, 200 at most.</summary>
    public Task<List<Session>> ListAsync(string accountId, DateTimeOffset now, CancellationToken cancellationToken) => _database.ReadAsync(
        session => session.QueryAsync(
            """
            SELECT hash, created_at, expires_at, method, agent FROM credentials
            WHERE account_id = $1 AND kind = $2 AND expires_at > $3 ORDER BY created_at DESC, hash LIMIT $4
            """,
            row => new Session(row.GetString(0), row.Time(1), row.Time(2), row.Text(3) is { } method ? Enum.Parse<SignInMethod>(method) : null, row.Text(4)),
            accountId, Kind, now.Column(), MostListed),
        cancellationToken);

    /// <summary>Ends a session of the account at once, on every node; false when it has none with this id.</summary>
    public Task<bool> RemoveAsync(string accountId, string id, CancellationToken cancellationToken) => CredentialId.OfSession.HashStart(id) is not { } start
        ? Task.FromResult(false)
        : _database.WriteAsync(
            async transaction => await transaction.ExecuteAsync(
                "DELETE FROM credentials WHERE account_id = $1 AND kind = $2 AND hash LIKE $3", accountId, Kind, start + "%") > 0,
            cancellationToken);

    /// <summary>Ends all sessions of the account but one, and its sign-in links.</summary>
    /// <param name="except">Hash of the session that stays; null for none.</param>
    public Task RemoveOthersAsync(string accountId, string? except, CancellationToken cancellationToken) => _database.WriteAsync(
        transaction => EndAsync(transaction, accountId, except), cancellationToken);

    internal static Task<int> EndAsync(ISqlTransaction transaction, string accountId, string? except) => transaction.ExecuteAsync(
        "DELETE FROM credentials WHERE account_id = $1 AND kind <> $2 AND hash <> $3", accountId, nameof(CredentialKind.ApiKey), except ?? "");
}
