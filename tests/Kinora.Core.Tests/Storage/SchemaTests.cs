using System.Data.Common;
using Kinora.Core.Generations;
using Kinora.Core.Storage;
using Kinora.Core.Storage.Postgres;
using Kinora.Core.Storage.Sqlite;
using Kinora.Testing;
using Kinora.Testing.Processes;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Kinora.Core.Tests.Storage;

public sealed class SchemaTests(PostgresServer server) : IDisposable
{
    // One process needs no table for its budgets and its own commits, and SQLite counts its scripts elsewhere.
    private static readonly string[] PostgresAlone = ["rate_budgets", "commit_marks", "schema_version"];
    private readonly string _folder = Directory.CreateTempSubdirectory("kinora-").FullName;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Both_engines_have_the_same_tables_and_columns()
    {
        await using var sqlite = TestStores.Sqlite(Path.Combine(_folder, "kinora.db"), new FakeClock());
        await using var database = await server.NewDatabaseAsync(Stop);
        await using var postgres = await TestStores.PostgresAsync(database.Address);
        var expected = await ColumnsAsync(
            sqlite,
            """
            SELECT t.name, c.name, c.type, c."notnull" OR c.pk > 0 FROM sqlite_master t JOIN pragma_table_info(t.name) c
            WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite_%'
            """);
        var found = await ColumnsAsync(
            postgres,
            """
            SELECT table_name, column_name, data_type, CASE is_nullable WHEN 'NO' THEN CAST(1 AS BIGINT) ELSE 0 END
            FROM information_schema.columns WHERE table_schema = current_schema()
            """);
        found.Where(column => !PostgresAlone.Any(table => column.StartsWith(table + ".", StringComparison.Ordinal))).ShouldBe(expected);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Copies_of_a_file_from_before_are_kept_and_the_newest_answers_for_it(bool onPostgres)
    {
        await using var database = onPostgres ? await server.NewDatabaseAsync(Stop) : null;
        await using DbConnection connection = database is null ? Sqlite() : new NpgsqlConnection(PostgresAddress.Read(database.Address));
        await connection.OpenAsync(Stop);
        var scripts = SchemaScripts.After(onPostgres ? typeof(PostgresSchema) : typeof(SqliteSchema), 0);
        var (change, _) = scripts.Index().Single(script => script.Item.Statements.Contains("assets_by_bytes", StringComparison.Ordinal));
        foreach (var (_, statements) in scripts.Take(change)) await RunAsync(connection, statements);
        await RunAsync(connection, "INSERT INTO accounts (id, name, role) VALUES ('acc', 'Account', 'User')");
        foreach (var (id, sha256, type) in new[] { ("asset_1", "one", "image/png"), ("asset_2", "one", "image/png"), ("asset_3", "two", "video/mp4") })
        {
            await RunAsync(
                connection,
                "INSERT INTO assets (id, account_id, document) VALUES ('" + id + "', 'acc', '{\"sha256\":\"" + sha256 + "\",\"facts\":{\"contentType\":\"" + type + "\"}}')");
        }

        await RunAsync(connection, scripts[change].Statements);

        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT id || ' ' || COALESCE(sha256, '-') || ' ' || kind FROM assets ORDER BY id";
        await using var reader = await command.ExecuteReaderAsync(Stop);
        var rows = new List<string>();
        while (await reader.ReadAsync(Stop)) rows.Add(reader.GetString(0));
        rows.ShouldBe(["asset_1 - image", "asset_2 one image", "asset_3 two video"]);
    }

    private SqliteConnection Sqlite()
    {
        var connection = new SqliteConnection($"Data Source={Path.Combine(_folder, "old.db")};Pooling=False");
        connection.CreateFunction("kinora_now", () => 0L);
        return connection;
    }

    private static async Task RunAsync(DbConnection connection, string statements)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // A test's own words.
        command.CommandText = statements;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(Stop);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static async Task<List<string>> ColumnsAsync(TestStores stores, string sql)
    {
        var columns = await stores.Database.ReadAsync(
            session => session.QueryAsync(sql, row => $"{row.GetString(0)}.{row.GetString(1)} {TypeOf(row.GetString(2))}{(row.GetInt64(3) == 1 ? " not null" : "")}"), Stop);
        return [.. columns.Order(StringComparer.Ordinal)];
    }

    private static string TypeOf(string word) => word.ToUpperInvariant() switch
    {
        "INTEGER" => "BIGINT",
        "BLOB" => "BYTEA",
        "REAL" => "DOUBLE PRECISION",
        var other => other,
    };
}
