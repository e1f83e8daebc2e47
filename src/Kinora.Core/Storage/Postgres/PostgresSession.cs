using System.Data.Common;
using Npgsql;

namespace Kinora.Core.Storage.Postgres;

/// <summary>A connection to run statements on; Npgsql keeps the often used ones prepared.</summary>
internal sealed class PostgresSession(NpgsqlConnection connection) : ISqlSession
{
    public async Task<int> ExecuteAsync(string sql, params object?[] values)
    {
        await using var command = Bind(sql, values);
        return await command.ExecuteNonQueryAsync();
    }

    public async Task<object?> ScalarAsync(string sql, params object?[] values)
    {
        await using var command = Bind(sql, values);
        return await command.ExecuteScalarAsync() is { } value and not DBNull ? value : null;
    }

    public async Task<List<T>> QueryAsync<T>(string sql, Func<DbDataReader, T> read, params object?[] values)
    {
        await using var command = Bind(sql, values);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<T>();
        while (await reader.ReadAsync()) rows.Add(read(reader));
        return rows;
    }

    private NpgsqlCommand Bind(string sql, object?[] values)
    {
#pragma warning disable CA2100 // Every statement is a constant of Storage.
        var command = new NpgsqlCommand(sql, connection);
#pragma warning restore CA2100
        foreach (var value in values) command.Parameters.Add(new NpgsqlParameter { Value = PostgresText.Parameter(value) });
        return command;
    }
}
