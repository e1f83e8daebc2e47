using Kinora.Core.Generations;
using Kinora.Core.Storage;
using Kinora.Core.Storage.Sqlite;
using Kinora.Core.Tests.Generations;
using Kinora.Testing;
using Kinora.Testing.Processes;
using Microsoft.Data.Sqlite;

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

    [Fact]
    public async Task File_of_an_older_Kinora_keeps_all_that_is_in_it()
    {
        var path = Path.Combine(_folder, "older.db");
        var (generation, newer) = (Some.Generation(), Some.Generation(id: "gen_9"));
        await WriteOlderAsync(path, generation, newer);

        await using var stores = TestStores.Sqlite(path, new FakeClock());

        (await stores.Generations.FindAsync(generation.Id, Stop))!.Input.Prompt.ShouldBe(generation.Input.Prompt);
        (await stores.Generations.HistoryAsync(generation.Id, Stop)).Single().Cause.ShouldBe("accepted");
        (await stores.Collections.ListAsync("acc", Stop)).Single().Count.ShouldBe(2);
        (await stores.Generations.ListAsync("acc", null, 9, new() { Collection = "col_1", Order = GenerationOrder.Own }, Stop)).Select(one => one.Id)
            .ShouldBe([newer.Id, generation.Id], "collections are in the order in which they were listed");
        var told = (await stores.DeliveryLog.OfAsync(generation.Id, Stop)).Single();
        (told.AccountId, told.Url, told.Taken, told.Tries).ShouldBe(("acc", new Uri("https://example.com/called"), true, 2));
        (await stores.Database.ReadAsync(session => session.QueryAsync("PRAGMA foreign_key_check", row => row.GetString(0)), Stop)).ShouldBeEmpty();
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    // As of schema 13, the last before generations were made anew.
    private static async Task WriteOlderAsync(string path, Generation generation, Generation newer)
    {
        SqliteLibrary.EnsureLoaded();
        await using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        await connection.OpenAsync(Stop);
        connection.CreateFunction("kinora_now", () => 0L);
        using var session = new SqliteSession(connection);
        foreach (var (_, statements) in SchemaScripts.After(typeof(SqliteSchema), 0).Take(13)) session.Execute(statements);
        session.Execute("PRAGMA user_version = 13");
        session.Execute("INSERT INTO accounts (id, name, role) VALUES ('acc', 'Account', 'User')");
        session.Execute("INSERT INTO collections (id, account_id, name, created_at) VALUES ('col_1', 'acc', 'Foxes', 0)");
        foreach (var each in new[] { generation, newer })
        {
            await session.ExecuteAsync(
                "INSERT INTO generations (id, account_id, version, status, document) VALUES ($1, 'acc', 1, 'queued', $2)", each.Id, each.Column());
            await session.ExecuteAsync("INSERT INTO collection_items (collection_id, generation_id) VALUES ('col_1', $1)", each.Id);
        }

        await session.ExecuteAsync("INSERT INTO history (generation_id, number, at, to_status, cause) VALUES ($1, 1, 0, 'queued', 'accepted')", generation.Id);
        await session.ExecuteAsync(
            "INSERT INTO deliveries (generation_id, number, surface, url, created_at, tries, answer) VALUES ($1, 1, 'kie/jobs', 'https://example.com/called', 0, 2, 'taken')", generation.Id);
    }

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
