using System.Data;
using Kinora.Core.Generations;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Kinora.Core.Storage.Postgres;

/// <summary>A database that any number of nodes share: its schema, this node's writer and listener, and pooled connections for all else.</summary>
internal sealed class PostgresDatabase : ISqlDatabase
{
    private readonly NpgsqlDataSource _source, _writerSource;
    private readonly PostgresAnnouncer _announcer;
    private readonly CommitMarks _marks;
    private readonly PostgresWriter _writer;
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _background;
    private long _writes;

    private PostgresDatabase(NpgsqlDataSource source, NpgsqlDataSource writerSource, PostgresListener listener, PostgresAnnouncer announcer, DatabaseClock clock, CommitMarks marks)
    {
        (_source, _writerSource, _announcer, _marks, Clock) = (source, writerSource, announcer, marks, clock);
        _writer = new(new(writerSource, marks, announcer), clock);
        Budgets = new(source);
        _background = Task.WhenAll(listener.RunAsync(_stop.Token), clock.FollowAsync(this, _stop.Token));
    }

    /// <summary>The time that all nodes agree on.</summary>
    public DatabaseClock Clock { get; }

    public PostgresRateBudgets Budgets { get; }

    public string SkipLocked => "FOR UPDATE SKIP LOCKED";

    public long Writes => Volatile.Read(ref _writes);

    /// <summary>Opens the database, which is waited for up to <paramref name="patience"/>, and brings its schema up to date.</summary>
    /// <exception cref="NpgsqlException">It cannot be reached or used.</exception>
    /// <exception cref="InvalidDataException">A newer Kinora wrote it.</exception>
    public static async Task<PostgresDatabase> OpenAsync(
        string connectionString, WorkSignals signals, EventFeed feed, TimeSpan patience, TimeProvider time, ILoggerFactory loggers, CancellationToken cancellationToken)
    {
        var source = PostgresStart.Source(connectionString);
        try
        {
            await PostgresStart.WaitAsync(source, patience, time, loggers.CreateLogger<PostgresDatabase>(), cancellationToken);
            await PostgresSchema.UpgradeAsync(source, cancellationToken);
            var marks = new CommitMarks(source, time);
            await using var connection = await source.OpenConnectionAsync(cancellationToken);
            var session = new PostgresSession(connection);
            await CommitMarks.RemoveOldAsync(session);
            var clock = new DatabaseClock(time);
            await clock.MeasureAsync(session);
            var announcer = new PostgresAnnouncer(signals, feed);
            var listener = new PostgresListener(connectionString, source, announcer, time, loggers.CreateLogger<PostgresListener>());
            return new(source, PostgresStart.WriterSource(connectionString), listener, announcer, clock, marks);
        }
        catch
        {
            await source.DisposeAsync();
            throw;
        }
    }

    public async Task<T> ReadAsync<T>(Func<ISqlSession, Task<T>> work, CancellationToken cancellationToken)
    {
        for (var tries = 1; ; tries++)
        {
            await using var connection = await _source.OpenConnectionAsync(cancellationToken);
            try
            {
                return await work(new PostgresSession(connection));
            }
            catch (NpgsqlException) when (connection.State != ConnectionState.Open && tries == 1)
            {
                // It lay in the pool while the server was started anew, and so did the others.
                NpgsqlConnection.ClearPool(connection);
            }
        }
    }

    public async Task<T> WriteAsync<T>(Func<ISqlTransaction, Task<T>> work, CancellationToken cancellationToken)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                return await WriteOnceAsync(work, cancellationToken);
            }
            catch (PostgresException fault) when (fault.GaveWay() && tries < PostgresFaults.MostTries)
            {
                // Undone as a whole, so it can be run again.
            }
            finally
            {
                Interlocked.Increment(ref _writes);
            }
        }
    }

    public Task<IReadOnlyList<CommitResult>> CommitAsync(IReadOnlyList<GenerationChange> changes, bool whole, CancellationToken cancellationToken) =>
        _writer.CommitAsync(changes, whole, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _writer.DisposeAsync();
        await _stop.CancelAsync();
        await _background;
        _stop.Dispose();
        await _writerSource.DisposeAsync();
        await _source.DisposeAsync();
    }

    private async Task<T> WriteOnceAsync<T>(Func<ISqlTransaction, Task<T>> work, CancellationToken cancellationToken)
    {
        await using var connection = await _source.OpenConnectionAsync(cancellationToken);
        await using var undoing = await connection.BeginTransactionAsync(cancellationToken);
        var transaction = new PostgresTransaction(new PostgresSession(connection));
        var result = await work(transaction);
        if (transaction.News.IsEmpty)
        {
            // Leases, credentials, files: whoever does not hear of its commit does the same again, and no harm comes of it.
            await undoing.CommitAsync(CancellationToken.None);
            return result;
        }

        await using var batch = new NpgsqlBatch(connection);
        _announcer.AddTo(batch, transaction.News);
        await _marks.CommitAsync(connection, batch);
        _announcer.Announce(transaction.News);
        return result;
    }
}
