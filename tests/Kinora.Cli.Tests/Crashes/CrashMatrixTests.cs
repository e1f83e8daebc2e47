using System.Runtime.CompilerServices;
using Kinora.Testing.Processes;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Kinora.Cli.Tests.Crashes;

/// <summary>The real process is ended at every named step of the engine, and started again: nothing is lost, nothing is submitted or charged twice.</summary>
public sealed class CrashMatrixTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_server_on_SQLite_survives_every_crash_point()
    {
        SQLitePCL.Batteries_V2.Init();
        await SurvivesAsync([], server => new SqliteConnection($"Data Source={Path.Combine(server.DataFolder, "kinora.db")};Pooling=False"));
    }

    [Fact]
    public async Task A_server_on_PostgreSQL_survives_every_crash_point()
    {
        await using var postgres = new PostgresServer();
        await using var database = await postgres.NewDatabaseAsync(Stop);
        await SurvivesAsync(new() { ["KINORA_DATABASE"] = database.Address }, _ => new NpgsqlConnection(database.Address));
    }

    [Fact]
    public void Every_crash_point_of_the_source_is_in_the_matrix() =>
        CrashPoints.All.Select(end => end.Name).Distinct().ShouldBe(CrashPoints.InSource(Sources()).Distinct(), ignoreOrder: true);

    private static async Task SurvivesAsync(Dictionary<string, string?> storage, Func<KinoraProcess, System.Data.Common.DbConnection> connect)
    {
        await using var sandbox = await KinoraProcess.StartAsync(
            new KinoraLaunch(new Dictionary<string, string?> { ["SANDBOX_LIMITS"] = "off" }, ["sandbox"]), Stop);
        await using var chain = new CrashChain(sandbox, storage, connect);
        foreach (var end in CrashPoints.All) await chain.DieAsync(end);
        await chain.LiveAsync();
        await chain.SweepAsync();
    }

    private static string Sources([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "src"));
}
