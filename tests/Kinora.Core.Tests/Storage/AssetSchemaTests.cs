using System.Data.Common;
using Kinora.Core.Storage;
using Kinora.Core.Storage.Postgres;
using Kinora.Core.Storage.Sqlite;
using Kinora.Testing.Processes;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Kinora.Core.Tests.Storage;

public sealed class AssetSchemaTests(PostgresServer server) : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("kinora-").FullName;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

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
        SqliteLibrary.EnsureLoaded();
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
}
