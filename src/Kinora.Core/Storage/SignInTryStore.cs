using Kinora.Core.Accounts;

namespace Kinora.Core.Storage;

/// <summary>Counts wrong passwords in a row, by name and by address, for all nodes.</summary>
/// <remarks>A try counts as wrong until it was right, so that many at once are no more than one after the other. Of the two rows, that of the address is locked first.</remarks>
public sealed class SignInTryStore
{
    private readonly ISqlDatabase _database;

    internal SignInTryStore(ISqlDatabase database) => _database = database;

    /// <summary>Begins a try; answers until when there is none for this name or from this address, or null.</summary>
    /// <param name="name">Stands for a name, whether anybody has it or not.</param>
    public Task<DateTimeOffset?> BeginAsync(string address, string name, DateTimeOffset now, CancellationToken cancellationToken) => _database.WriteAsync(
        async transaction =>
        {
            var (from, by) = (await LockAsync(transaction, Address(address), now), await LockAsync(transaction, Name(name), now));
            var until = from.LockedUntil > by.LockedUntil ? from.LockedUntil : by.LockedUntil;
            if (until > now) return (DateTimeOffset?)until;
            await CountAsync(transaction, Address(address), from.Wrong + 1, now);
            await CountAsync(transaction, Name(name), by.Wrong + 1, now);
            return null;
        },
        cancellationToken);

    /// <summary>Ends a try that was right. The name's row begins anew, and the address is forgiven as many: who knows one password gets no tries at others for it.</summary>
    public Task RightAsync(string address, string name, DateTimeOffset now, CancellationToken cancellationToken) => _database.WriteAsync(
        async transaction =>
        {
            var (from, by) = (await LockAsync(transaction, Address(address), now), await LockAsync(transaction, Name(name), now));
            await transaction.ExecuteAsync(
                "UPDATE sign_in_tries SET wrong = $2, locked_until = 0 WHERE subject = $1", Address(address), Math.Max(0, from.Wrong - by.Wrong));
            return await transaction.ExecuteAsync("DELETE FROM sign_in_tries WHERE subject = $1", Name(name));
        },
        cancellationToken);

    private static string Address(string address) => "a " + address;

    private static string Name(string name) => "n " + name;

    private static async Task<(long Wrong, DateTimeOffset LockedUntil)> LockAsync(ISqlTransaction transaction, string subject, DateTimeOffset now)
    {
        var rows = await transaction.QueryAsync(
            """
            INSERT INTO sign_in_tries (subject, wrong, last_at, locked_until) VALUES ($1, 0, $2, 0)
            ON CONFLICT (subject) DO UPDATE SET subject = excluded.subject RETURNING wrong, last_at, locked_until
            """,
            row => (Wrong: row.GetInt64(0), At: row.Time(1), LockedUntil: row.Time(2)), subject, now.Column());
        return (rows[0].At < now - SignInPause.Forgotten ? 0 : rows[0].Wrong, rows[0].LockedUntil);
    }

    private static Task<int> CountAsync(ISqlTransaction transaction, string subject, long wrong, DateTimeOffset now) => transaction.ExecuteAsync(
        "UPDATE sign_in_tries SET wrong = $2, last_at = $3, locked_until = $4 WHERE subject = $1",
        subject, wrong, now.Column(), (now + SignInPause.After(wrong)).Column());
}
