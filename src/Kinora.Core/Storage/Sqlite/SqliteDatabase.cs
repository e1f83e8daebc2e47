using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace Kinora.Core.Storage.Sqlite;

/// <summary>One database file: its schema, one writer, and as many readers as ask at the same time.</summary>
public sealed class SqliteDatabase : IAsyncDisposable
{
    private readonly string _path;
    private readonly ConcurrentBag<SqliteSession> _idleReaders = [];
    private readonly SqliteWriter _writer;

    private SqliteDatabase(string path, SqliteSession writing)
    {
        _path = path;
        _writer = new(writing);
    }

    /// <summary>Opens or creates the file and brings its schema up to date.</summary>
    /// <exception cref="SqliteException">It is no database, or damaged, or cannot be opened.</exception>
    /// <exception cref="InvalidDataException">A newer Kinora wrote it.</exception>
    public static SqliteDatabase Open(string path)
    {
        SqliteLibrary.EnsureLoaded();
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        // SQLite gives the files beside it the permissions of this one.
        if (!Path.Exists(path)) OwnerFile.Open(path, FileMode.CreateNew).Dispose();
        var writing = Connect(path, SqliteOpenMode.ReadWriteCreate);
        try
        {
            Prepare(writing);
            return new(path, writing);
        }
        catch
        {
            writing.Dispose();
            throw;
        }
    }

    /// <summary>Runs <paramref name="work"/> in the next group commit; durable when this completes.</summary>
    internal Task<T> WriteAsync<T>(Func<SqliteTransaction, T> work, CancellationToken cancellationToken) => _writer.RunAsync(work, cancellationToken);

    /// <summary>Runs <paramref name="work"/> on a snapshot; never waits for the writer.</summary>
    internal Task<T> ReadAsync<T>(Func<SqliteSession, T> work, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (!_idleReaders.TryTake(out var session)) session = Connect(_path, SqliteOpenMode.ReadOnly);
        try
        {
            return Task.FromResult(work(session));
        }
        finally
        {
            _idleReaders.Add(session);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _writer.DisposeAsync();
        while (_idleReaders.TryTake(out var session)) session.Dispose();
    }

    private static void Prepare(SqliteSession writing)
    {
        writing.Execute("PRAGMA journal_mode = WAL");
        writing.Execute("PRAGMA synchronous = FULL");
        writing.Execute("PRAGMA foreign_keys = ON");
        SqliteSchema.Upgrade(writing);

        // One process owns the file: whoever held a lease is gone, and what it left is to be resumed at once.
        writing.Execute("UPDATE generations SET lease_owner = NULL, leased_until = NULL WHERE leased_until IS NOT NULL");
    }

    private static SqliteSession Connect(string path, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false }.ToString());
        connection.Open();
        var session = new SqliteSession(connection);
        session.Execute("PRAGMA busy_timeout = 5000");
        return session;
    }
}
