using System.Collections.Concurrent;
using Kinora.Core.Generations;
using Microsoft.Data.Sqlite;

namespace Kinora.Core.Storage.Sqlite;

/// <summary>One database file: its schema, one writer, and as many readers as ask at the same time.</summary>
internal sealed class SqliteDatabase : ISqlDatabase
{
    private readonly string _path;
    private readonly TimeProvider _time;
    private readonly ConcurrentBag<SqliteSession> _idleReaders = [];
    private readonly SqliteWriter _writer;
    private long _writes;

    private SqliteDatabase(string path, TimeProvider time, SqliteWriter writer) => (_path, _time, _writer) = (path, time, writer);

    /// <summary>One process owns the file, and one writer in it.</summary>
    public string SkipLocked => "";

    public long Writes => Volatile.Read(ref _writes);

    /// <summary>Opens or creates the file and brings its schema up to date.</summary>
    /// <exception cref="SqliteException">It is no database, or damaged, or cannot be opened.</exception>
    /// <exception cref="InvalidDataException">A newer Kinora wrote it.</exception>
    public static SqliteDatabase Open(string path, WorkSignals signals, EventFeed feed, TimeProvider time)
    {
        SqliteLibrary.EnsureLoaded();
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        // SQLite gives the files beside it the permissions of this one.
        if (!Path.Exists(path)) OwnerFile.Open(path, FileMode.CreateNew).Dispose();
        var writing = Connect(path, time, SqliteOpenMode.ReadWriteCreate);
        try
        {
            Prepare(writing);
            return new(path, time, new(writing, signals, feed, time));
        }
        catch
        {
            writing.Dispose();
            throw;
        }
    }

    public async Task<T> WriteAsync<T>(Func<ISqlTransaction, Task<T>> work, CancellationToken cancellationToken)
    {
        try
        {
            return await _writer.RunAsync(work, cancellationToken);
        }
        finally
        {
            Interlocked.Increment(ref _writes);
        }
    }

    public Task<IReadOnlyList<CommitResult>> CommitAsync(IReadOnlyList<GenerationChange> changes, bool whole, CancellationToken cancellationToken) =>
        _writer.CommitAsync(changes, whole, cancellationToken);

    public async Task<T> ReadAsync<T>(Func<ISqlSession, Task<T>> work, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (!_idleReaders.TryTake(out var session)) session = Connect(_path, _time, SqliteOpenMode.ReadOnly);
        try
        {
            return await work(session);
        }
        finally
        {
            _idleReaders.Add(session);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _writer.DisposeAsync();
        while (_idleReaders.TryTake(out var session)) session.Dispose();
    }

    private static void Prepare(SqliteSession writing)
    {
        writing.Execute("PRAGMA journal_mode = WAL");
        writing.Execute("PRAGMA synchronous = FULL");
        // A table that others refer to can be made anew only while that is not looked after.
        writing.Execute("PRAGMA foreign_keys = OFF");
        SqliteSchema.Upgrade(writing);
        writing.Execute("PRAGMA foreign_keys = ON");

        // One process owns the file: whoever held a lease is gone, and what it left is to be resumed at once.
        // By the index of what is due: the finished ones may be many.
        writing.Execute(
            """
            UPDATE generations SET lease_owner = NULL, due_at = 0
            WHERE status IN ('queued', 'submitting', 'running', 'collecting', 'failed') AND due_at IS NOT NULL AND lease_owner IS NOT NULL
            """);
        writing.Execute("UPDATE joins SET lease_owner = NULL, due_at = 0 WHERE due_at IS NOT NULL AND lease_owner IS NOT NULL");
        writing.Execute("DELETE FROM leases");
    }

    private static SqliteSession Connect(string path, TimeProvider time, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false }.ToString());
        connection.Open();
        connection.CreateFunction("kinora_now", () => time.GetUtcNow().Column());
        var session = new SqliteSession(connection);
        session.Execute("PRAGMA busy_timeout = 5000");
        return session;
    }
}
