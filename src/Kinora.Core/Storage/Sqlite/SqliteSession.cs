using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Kinora.Core.Storage.Sqlite;

/// <summary>A connection with its prepared statements. Not for concurrent use. SQLite answers at once, so every task is completed.</summary>
internal sealed class SqliteSession(SqliteConnection connection) : ISqlSession, IDisposable
{
    private readonly Dictionary<string, SqliteCommand> _statements = [];

    public Task<int> ExecuteAsync(string sql, params object?[] values) => Task.FromResult(Bind(sql, values).ExecuteNonQuery());

    public Task<object?> ScalarAsync(string sql, params object?[] values) => Task.FromResult(Bind(sql, values).ExecuteScalar());

    /// <summary>Reads every row at once, so that no statement stays open.</summary>
    public Task<List<T>> QueryAsync<T>(string sql, Func<DbDataReader, T> read, params object?[] values)
    {
        using var reader = Bind(sql, values).ExecuteReader();
        var rows = new List<T>();
        while (reader.Read()) rows.Add(read(reader));
        return Task.FromResult(rows);
    }

    public int Execute(string sql) => Bind(sql, []).ExecuteNonQuery();

    public object? Scalar(string sql) => Bind(sql, []).ExecuteScalar();

    public void Dispose()
    {
        foreach (var statement in _statements.Values) statement.Dispose();
        connection.Dispose();
    }

    private SqliteCommand Bind(string sql, object?[] values)
    {
        if (!_statements.TryGetValue(sql, out var command))
        {
            command = connection.CreateCommand();
#pragma warning disable CA2100 // Every statement is a constant of Storage.
            command.CommandText = sql;
#pragma warning restore CA2100
            for (var i = 1; i <= values.Length; i++) command.Parameters.Add(new SqliteParameter { ParameterName = "$" + i });
            _statements.Add(sql, command);
        }

        for (var i = 0; i < values.Length; i++) command.Parameters[i].Value = values[i] ?? DBNull.Value;
        return command;
    }
}
