using Kinora.Core.Accounts;

namespace Kinora.Core.Storage;

/// <summary>Deletes old rows of the logs, some thousand at a time, so that no writer waits long.</summary>
internal sealed class LogPurge(ISqlDatabase database)
{
    private const int AtOnce = 2000, MostRounds = 1000;
    private static readonly TimeSpan BetweenMarks = TimeSpan.FromDays(1);

    public Task CallbacksAsync(bool proven, DateTimeOffset before, CancellationToken cancellationToken) => RepeatAsync(
        "DELETE FROM callbacks WHERE number IN (SELECT number FROM callbacks WHERE proven = $1 AND at < $2 ORDER BY at LIMIT $3)",
        cancellationToken, proven ? 1L : 0L, before.Column(), AtOnce);

    /// <summary>Of those that were taken or given up.</summary>
    public Task DeliveriesAsync(DateTimeOffset before, CancellationToken cancellationToken) => RepeatAsync(
        """
        DELETE FROM deliveries WHERE id IN (SELECT id FROM deliveries WHERE due_at IS NULL AND created_at < $1 ORDER BY created_at LIMIT $2)
        """,
        cancellationToken, before.Column(), AtOnce);

    /// <summary>Sessions and links that have lapsed, visits to the sign-in provider that never ended, and wrong passwords that are forgotten.</summary>
    public async Task SignInsAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        await RepeatAsync(
            "DELETE FROM credentials WHERE kind <> $1 AND hash IN (SELECT hash FROM credentials WHERE kind <> $1 AND expires_at < $2 LIMIT $3)",
            cancellationToken, nameof(CredentialKind.ApiKey), now.Column(), AtOnce);
        await RepeatAsync(
            "DELETE FROM sign_in_visits WHERE state IN (SELECT state FROM sign_in_visits WHERE expires_at < $1 LIMIT $2)", cancellationToken, now.Column(), AtOnce);
        await RepeatAsync(
            "DELETE FROM sign_in_tries WHERE subject IN (SELECT subject FROM sign_in_tries WHERE last_at < $1 LIMIT $2)",
            cancellationToken, (now - SignInPause.Forgotten).Column(), AtOnce);
    }

    /// <summary>Notes once a day where each account's events stand: they carry no time themselves.</summary>
    public Task MarkEventsAsync(DateTimeOffset now, CancellationToken cancellationToken) => database.WriteAsync(
        transaction => transaction.ExecuteAsync(
            """
            INSERT INTO event_marks (account_id, number, at)
            SELECT a.id, a.last_event, CAST($1 AS BIGINT) FROM accounts a
            WHERE a.last_event > 0 AND NOT EXISTS (
              SELECT 1 FROM event_marks m WHERE m.account_id = a.id AND (m.number = a.last_event OR m.at > $2))
            ON CONFLICT DO NOTHING
            """,
            now.Column(), (now - BetweenMarks).Column()),
        cancellationToken);

    /// <summary>Deletes the events up to the last mark before this time, and the marks.</summary>
    public async Task EventsAsync(DateTimeOffset before, CancellationToken cancellationToken)
    {
        var marks = await database.ReadAsync(
            session => session.QueryAsync(
                "SELECT account_id, MAX(number) FROM event_marks WHERE at < $1 GROUP BY account_id",
                row => (AccountId: row.GetString(0), Number: row.GetInt64(1)), before.Column()),
            cancellationToken);
        foreach (var (accountId, number) in marks)
        {
            await RepeatAsync(
                """
                DELETE FROM events WHERE account_id = $1
                AND number IN (SELECT number FROM events WHERE account_id = $1 AND number <= $2 ORDER BY number LIMIT $3)
                """,
                cancellationToken, accountId, number, AtOnce);
            await database.WriteAsync(
                transaction => transaction.ExecuteAsync("DELETE FROM event_marks WHERE account_id = $1 AND number <= $2", accountId, number), cancellationToken);
        }
    }

    private async Task RepeatAsync(string sql, CancellationToken cancellationToken, params object?[] values)
    {
        for (var round = 0; round < MostRounds; round++)
        {
            if (await database.WriteAsync(transaction => transaction.ExecuteAsync(sql, values), cancellationToken) < AtOnce) return;
        }
    }
}
