using Npgsql;

namespace Kinora.Core.Storage.Postgres;

/// <summary>One group commit: lock and read, decide, write and commit, in two round trips.</summary>
internal sealed class PostgresGroup(NpgsqlDataSource source, CommitMarks marks, PostgresAnnouncer announcer)
{
    /// <summary>When this completes, what the units were decided to come to is durable.</summary>
    public async Task CommitAsync(IReadOnlyList<CommitUnit> units)
    {
        await using var connection = await source.OpenConnectionAsync();
        var scope = new CommitScope(await PostgresFacts.LockAsync(connection, new(units.SelectMany(unit => unit.Changes))));
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
}
