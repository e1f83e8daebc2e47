using System.Data;
using Npgsql;

namespace Kinora.Core.Storage.Postgres;

/// <summary>One group commit: lock and read, decide, write and commit, in two round trips; in one where what would be read is foreseen.</summary>
internal sealed class PostgresGroup(NpgsqlDataSource source, CommitMarks marks, PostgresAnnouncer announcer)
{
    private readonly ForeseenFacts _foreseen = new();

    /// <summary>When this completes, what the units were decided to come to is durable.</summary>
    public async Task CommitAsync(IReadOnlyList<CommitUnit> units)
    {
        if (_foreseen.Of(units) is { } foreseen && await CommitForeseenAsync(units, foreseen)) return;
        var (connection, facts) = await LockAsync(new(units.SelectMany(unit => unit.Changes)));
        await using var closing = connection;
        var scope = new CommitScope(facts);
        foreach (var unit in units) unit.Decide(scope);

        // Nothing is written: closing the connection lets go of the locks.
        if (scope.Generations.Count == 0) return;
        await using var batch = new NpgsqlBatch(connection);
        await WriteAsync(connection, batch, scope);
    }

    /// <summary>False when nothing came of it, and the database is to be asked first.</summary>
    private async Task<bool> CommitForeseenAsync(IReadOnlyList<CommitUnit> units, CommitFacts foreseen)
    {
        var scope = new CommitScope(foreseen);
        foreach (var unit in units) unit.Decide(scope);

        // What is refused to everybody would be compared with nothing.
        if (scope.Generations.Count == 0) return false;
        try
        {
            await using var connection = await source.OpenConnectionAsync();
            await using var batch = new NpgsqlBatch(connection);
            PostgresFacts.Expect(batch, foreseen.Accounts);
            await WriteAsync(connection, batch, scope);
            return true;
        }
        catch (Exception fault) when (fault is NotCommittedException || (fault is PostgresException refusal && refusal.IsOfCaller()))
        {
            _foreseen.WereWrong();
            return false;
        }
    }

    private async Task WriteAsync(NpgsqlConnection connection, NpgsqlBatch batch, CommitScope scope)
    {
        var news = scope.News();
        PostgresRows.AddTo(batch, scope);
        announcer.AddTo(batch, news);
        CrashPoint.Pass("commit.written");
        await marks.CommitAsync(connection, batch);
        CrashPoint.Pass("commit.durable");
        _foreseen.Keep(scope);
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
