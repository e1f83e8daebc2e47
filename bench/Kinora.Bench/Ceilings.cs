using System.Data;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Kinora.Bench;

/// <summary>What SQLite takes at most: one transaction for each batch, one prepared statement, one table.</summary>
internal sealed class SqliteCeiling(string path) : IAsyncDisposable
{
    private readonly SqliteConnection _connection = new($"Data Source={path};Pooling=False");
    private readonly SqliteCommand _insert = new("INSERT INTO bare (id, document) VALUES ($id, $document)");

    // Opened late: Kinora chooses the native library.
    public Task InsertAsync(IReadOnlyList<(string Id, string Document)> rows)
    {
        if (_connection.State != ConnectionState.Open) Open();
        Execute("BEGIN IMMEDIATE");
        foreach (var (id, document) in rows)
        {
            (_insert.Parameters[0].Value, _insert.Parameters[1].Value) = (id, document);
            _insert.ExecuteNonQuery();
        }

        Execute("COMMIT");
        return Task.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await _insert.DisposeAsync();
        await _connection.DisposeAsync();
    }

    private void Open()
    {
        _connection.Open();
        Execute("PRAGMA journal_mode = WAL");
        Execute("PRAGMA synchronous = FULL");
        Execute("CREATE TABLE bare (id TEXT PRIMARY KEY, document TEXT NOT NULL) WITHOUT ROWID");
        _insert.Connection = _connection;
        _insert.Parameters.Add("$id", SqliteType.Text);
        _insert.Parameters.Add("$document", SqliteType.Text);
    }

    private void Execute(string sql)
    {
        using var command = _connection.CreateCommand();
#pragma warning disable CA2100 // The words above.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}

/// <summary>What PostgreSQL takes at most: one statement for each batch, one table.</summary>
internal sealed class PostgresCeiling(string address) : IAsyncDisposable
{
    private readonly NpgsqlConnection _connection = new(address);

    public async Task InsertAsync(IReadOnlyList<(string Id, string Document)> rows)
    {
        if (_connection.State != ConnectionState.Open)
        {
            await _connection.OpenAsync();
            await using var create = new NpgsqlCommand("CREATE TABLE bare (id TEXT COLLATE \"C\" PRIMARY KEY, document TEXT NOT NULL)", _connection);
            await create.ExecuteNonQueryAsync();
        }

        await using var insert = new NpgsqlCommand("INSERT INTO bare (id, document) SELECT * FROM unnest($1::text[], $2::text[])", _connection);
        insert.Parameters.Add(new() { Value = rows.Select(row => row.Id).ToArray() });
        insert.Parameters.Add(new() { Value = rows.Select(row => row.Document).ToArray() });
        await insert.ExecuteNonQueryAsync();
    }

    public ValueTask DisposeAsync() => _connection.DisposeAsync();
}
