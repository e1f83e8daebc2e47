using System.Data;
using Npgsql;

namespace Kinora.Core.Storage.Postgres;

/// <summary>One group commit: lock and read, decide, write and commit, in two round trips.</summary>
internal sealed class PostgresGroup(NpgsqlDataSource source, CommitMarks marks, PostgresAnnouncer announcer)
{
    /// <summary>When this completes, what the units were decided to come to is durable.</summary>
    public async Task CommitAsync(IReadOnlyList<CommitUnit> units)
    {
        var (connection, facts) = await LockAsync(new(units.SelectMany(unit => unit.Changes)));
        await using var closing = connection;
        var scope = new CommitScope(facts);
        foreach (var unit in units) unit.Decide(scope);

        // Nothing is written: closing the connection lets go of the locks.
        if (scope.Generations.Count == 0) return;
        var news = scope.News();
        await using var batch = new NpgsqlBatch(connection);
        PostgresRows.AddTo(batch, scope);
        announcer.AddTo(batch, news);
        CrashPoint.Pass("commit.written");
        await marks.CommitAsync(connection, batch);
        CrashPoint.Pass("commit.durable");
        announcer.Announce(news);
    }

    private async Task<(NpgsqlConnection Connection, CommitFacts Facts)> LockAsync(CommitQuestions asked)
    {
        for (var tries = 1; ; tries++)
        {
            var connection = await source.OpenConnectionAsync();
            try
            {
                return (connection, await PostgresFacts.LockAsync(connection, asked));
            }
            catch (Exception fault)
            {
                var isBroken = connection.State != ConnectionState.Open;
                await connection.DisposeAsync();
                // It lay in the pool while the server was started anew. Nothing was written yet.
                if (fault is not NpgsqlException || !isBroken || tries > 1) throw;
                NpgsqlConnection.ClearPool(connection);
            }
        }
    }
}
