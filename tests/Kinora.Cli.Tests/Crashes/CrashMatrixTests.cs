using System.Runtime.CompilerServices;
using Kinora.Testing.Processes;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Kinora.Cli.Tests.Crashes;

/// <summary>The real process is ended at every named step of the engine, and started again: nothing is lost, nothing is submitted or charged twice.</summary>
/// <remarks>The engines share the steps between them; <c>./test --long</c> takes each of them through all.</remarks>
public sealed class CrashMatrixTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_server_on_SQLite_survives_crash_points()
    {
        SQLitePCL.Batteries_V2.Init();
        await SurvivesAsync(CrashPoints.Half(first: true), [], server => new SqliteConnection($"Data Source={Path.Combine(server.DataFolder, "kinora.db")};Pooling=False"));
    }

    [Fact]
    public async Task A_server_on_PostgreSQL_survives_crash_points()
    {
        await using var postgres = new PostgresServer();
        await using var database = await postgres.NewDatabaseAsync(Stop);
        await SurvivesAsync(CrashPoints.Half(first: false), new() { ["KINORA_DATABASE"] = database.Address }, _ => new NpgsqlConnection(database.Address));
    }

    [Fact]
    public void Every_crash_point_of_the_source_is_in_the_matrix() =>
        CrashPoints.All.Select(end => end.Name).Distinct().ShouldBe(CrashPoints.InSource(Sources()).Distinct(), ignoreOrder: true);

    private static async Task SurvivesAsync(IEnumerable<CrashCase> ends, Dictionary<string, string?> storage, Func<KinoraProcess, System.Data.Common.DbConnection> connect)
    {
        await using var sandbox = await KinoraProcess.StartAsync(
            new KinoraLaunch(new Dictionary<string, string?> { ["SANDBOX_LIMITS"] = "off" }, ["sandbox"]), Stop);
        await using var chain = new CrashChain(sandbox, storage, connect);
        foreach (var end in ends) await chain.DieAsync(end);
        await chain.LiveAsync();
        await chain.SweepAsync();
    }

    private static string Sources([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "src"));
}
