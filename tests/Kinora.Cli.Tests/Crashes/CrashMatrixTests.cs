using Kinora.Testing.Processes;

namespace Kinora.Cli.Tests.Crashes;

/// <summary>The real process is ended at every named step of the engine, and started again: nothing is lost, nothing is submitted or charged twice.</summary>
public sealed class CrashMatrixTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_server_on_SQLite_survives_every_crash_point()
    {
        await using var sandbox = await SandboxAsync();
        await using var chain = new CrashChain(sandbox, new Dictionary<string, string?>());
        foreach (var end in CrashPoints.All) await chain.DieAsync(end);
        await chain.LiveAsync();
    }

    [Fact]
    public async Task A_server_on_PostgreSQL_survives_every_crash_point()
    {
        await using var postgres = new PostgresServer();
        await using var database = await postgres.NewDatabaseAsync(Stop);
        await using var sandbox = await SandboxAsync();
        await using var chain = new CrashChain(sandbox, new Dictionary<string, string?> { ["KINORA_DATABASE"] = database.Address });
        foreach (var end in CrashPoints.All) await chain.DieAsync(end);
        await chain.LiveAsync();
    }

    private static Task<KinoraProcess> SandboxAsync() => KinoraProcess.StartAsync(
        new KinoraLaunch(new Dictionary<string, string?> { ["SANDBOX_LIMITS"] = "off" }, ["sandbox"]), Stop);
}
