using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Kinora.Server.Tests.TwoAccounts;

/// <summary>What lies in a server's database, read beside it.</summary>
internal sealed class DatabaseRows : IAsyncDisposable
{
    private readonly SqliteConnection _connection;

    private DatabaseRows(SqliteConnection connection) => _connection = connection;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<DatabaseRows> OpenAsync(string folder)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path.Combine(folder, "kinora.db"), Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        await connection.OpenAsync(Stop);
        return new(connection);
    }

    /// <summary>All rows of all tables that name one of these, as text, in one order.</summary>
    public async Task<IReadOnlyList<string>> NamingAsync(IReadOnlyCollection<string> names)
    {
        var tables = await ReadAsync("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name");
        var rows = new List<string>();
        foreach (var table in tables) rows.AddRange((await ReadAsync($"SELECT * FROM \"{table}\"")).Where(row => names.Any(row.Contains)).Select(row => $"{table}: {row}"));
        rows.Sort(StringComparer.Ordinal);
        return rows;
    }

    /// <summary>The rows of a query, their columns side by side.</summary>
    public async Task<IReadOnlyList<string>> ReadAsync(string sql)
    {
        await using var command = _connection.CreateCommand();
#pragma warning disable CA2100 // The names of tables are the database's own.
        command.CommandText = sql;
#pragma warning restore CA2100
        await using var reader = await command.ExecuteReaderAsync(Stop);
        var rows = new List<string>();
        while (await reader.ReadAsync(Stop)) rows.Add(string.Join(" | ", Enumerable.Range(0, reader.FieldCount).Select(column => Text(reader, column))));
        return rows;
    }

    public ValueTask DisposeAsync() => _connection.DisposeAsync();

    private static string Text(DbDataReader reader, int column) =>
        reader.GetValue(column) is byte[] bytes ? Convert.ToHexString(bytes) : Convert.ToString(reader.GetValue(column), CultureInfo.InvariantCulture)!;
}
