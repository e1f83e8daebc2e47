using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Kinora.Bench;

/// <summary>Looks into a server's database beside it, where asking the server would itself be work.</summary>
internal sealed class ServerRows : IAsyncDisposable
{
    private readonly SqliteConnection _connection;

    private ServerRows(SqliteConnection connection) => _connection = connection;

    /// <summary>How many the provider works on.</summary>
    public long Running => Count("SELECT COUNT(*) FROM generations WHERE status = 'running' AND due_at IS NOT NULL");

    /// <summary>How many steps are under way, or were when the server died.</summary>
    public long Leased => Count("SELECT COUNT(*) FROM generations WHERE lease_owner IS NOT NULL");

    /// <summary>How often providers were asked, in all.</summary>
    public long Polls => Count("SELECT COALESCE(SUM(json_extract(document, '$.attempt.polls')), 0) FROM generations");

    /// <summary>How many of those that were <see cref="Remember">remembered</see> have not been written to since.</summary>
    public long Untouched => Count("SELECT COUNT(*) FROM before JOIN generations USING (id, version)");

    /// <summary>How many of those that were <see cref="Remember">remembered</see> nobody has in hand, and nobody would take in hand now.</summary>
    public long Idle => Count(
        """
        SELECT COUNT(*) FROM before JOIN generations USING (id, version)
        WHERE lease_owner IS NULL AND (due_at IS NULL OR due_at > (julianday('now') - 2440587.5) * 86400000)
        """);

    /// <summary>How many of those that were marked when they were remembered still run.</summary>
    public long MarkedRunning => Count("SELECT COUNT(*) FROM before JOIN generations USING (id) WHERE marked AND status = 'running'");

    public static ServerRows Open(string dataFolder)
    {
        raw.SetProvider(new SQLite3Provider_e_sqlite3());
        var connection = new SqliteConnection($"Data Source={Path.Combine(dataFolder, "kinora.db")};Mode=ReadOnly;Pooling=False");
        connection.Open();
        return new(connection);
    }

    /// <summary>Notes how all that run stand now, and marks those whose prompt begins so. Afterwards no document need be read: looking must not slow down what is looked at.</summary>
    public void Remember(string marked) => Count(
        $"""
        CREATE TEMP TABLE before AS
        SELECT id, version, json_extract(document, '$.input.prompt') LIKE '{marked}%' AS marked FROM generations WHERE status = 'running'
        """);

    public ValueTask DisposeAsync() => _connection.DisposeAsync();

    private long Count(string sql)
    {
        using var command = _connection.CreateCommand();
#pragma warning disable CA2100 // The words above, and the bench's own.
        command.CommandText = sql;
#pragma warning restore CA2100
        return command.ExecuteScalar() as long? ?? 0;
    }
}
