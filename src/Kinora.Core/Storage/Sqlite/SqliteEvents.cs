using Kinora.Core.Generations;

namespace Kinora.Core.Storage.Sqlite;

/// <summary>Numbers an account's events under its row, so that a reader who resumes after n misses nothing.</summary>
internal static class SqliteEvents
{
    public static void Append(SqliteTransaction transaction, EventFeed feed, string accountId, string? generationId)
    {
        var number = (long)transaction.Session.Scalar(
            "UPDATE accounts SET last_event = last_event + 1 WHERE id = $1 RETURNING last_event", accountId)!;
        transaction.Session.Execute(
            "INSERT INTO events (account_id, number, generation_id) VALUES ($1, $2, $3)", accountId, number, generationId);
        transaction.AfterCommit(() => feed.Publish(accountId, number));
    }
}
