using Kinora.Core.Generations;
using Kinora.Core.Storage;
using Kinora.Testing;
using Kinora.Testing.Processes;

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
