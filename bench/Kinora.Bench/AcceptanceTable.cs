using System.Text.Json;
using System.Text.Json.Nodes;
using Kinora.Core;
using Kinora.Core.Accounts;
using Kinora.Core.Credits;
using Kinora.Core.Generations;
using Kinora.Core.Storage;
using Kinora.Core.Storage.Postgres;
using Kinora.Testing.Processes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Kinora.Bench;

/// <summary>Durable acceptances per second (generation, hold, history, event and key of each) beside bare batched inserts of the same documents, on both engines.</summary>
internal static class AcceptanceTable
{
    private const int Acceptances = 20_000;
    private const int AtOnce = 2000;
    private const int Accounts = 50;

    public static async Task PrintAsync()
    {
        Console.WriteLine($"{Acceptances:N0} acceptances of {Accounts} accounts, {AtOnce:N0} waiting at a time; every answer after its commit is on disk.");
        Console.WriteLine("engine      acceptances/s  bare inserts/s  ratio");
        var folder = Directory.CreateTempSubdirectory("kinora-bench-").FullName;
        await using (var sqlite = new SqliteCeiling(Path.Combine(folder, "bare.db"))) await PrintAsync("SQLite", folder, null, sqlite.InsertAsync);
        await using (var server = new PostgresServer { IsDurable = true })
        await using (var database = await server.NewDatabaseAsync(CancellationToken.None))
        {
            var address = PostgresAddress.Read(database.Address)!;
            await using var postgres = new PostgresCeiling(address);
            await PrintAsync("PostgreSQL", folder, address, postgres.InsertAsync);
        }

        Directory.Delete(folder, recursive: true);
    }

    private static async Task PrintAsync(string engine, string folder, string? address, Func<IReadOnlyList<(string Id, string Document)>, Task> insert)
    {
        var options = new CoreOptions
        {
            DataFolder = folder, Database = address, CatalogFolder = "", ProviderAccounts = [],
        };
        await using var database = await EngineDatabase.OpenAsync(options, TimeProvider.System, NullLoggerFactory.Instance, CancellationToken.None);
        await using var services = new ServiceCollection().AddKinoraCore(options, database).BuildServiceProvider();
        var (store, accounts) = (services.GetRequiredService<GenerationStore>(), services.GetRequiredService<AccountStore>());
        var now = TimeProvider.System.GetUtcNow();
        for (var i = 0; i < Accounts; i++)
            await accounts.CreateAsync(new($"acc {i}", "Account", AccountRole.User, 0, 0), LedgerEntry.Grant($"acc {i}", 1_000_000_000, now, "first"), CancellationToken.None);

        // The first round of each warms up.
        var (accepted, bare) = (0d, 0d);
        for (var round = 0; round < 2; round++)
        {
            var changes = Enumerable.Range(0, Acceptances).Select(i => Generation(i, now).Accept(new(Guid.NewGuid().ToString("N"), "hash"))).ToArray();
            accepted = await RateAsync(changes, AtOnce, change => store.CommitAsync([change], CancellationToken.None));
            var rows = changes.Select(change => (change.Generation.Id, JsonSerializer.Serialize(change.Generation))).Chunk(512).ToArray();
            bare = await RateAsync(rows, 1, insert) * 512;
        }

        Console.WriteLine($"{engine,-10} {accepted,14:N0} {bare,15:N0} {accepted / bare,6:0.00}");
    }

    private static async Task<double> RateAsync<T>(IReadOnlyCollection<T> work, int atOnce, Func<T, Task> run)
    {
        var start = TimeProvider.System.GetTimestamp();
        await Parallel.ForEachAsync(work, new ParallelOptions { MaxDegreeOfParallelism = atOnce }, async (one, _) => await run(one));
        return work.Count / TimeProvider.System.GetElapsedTime(start).TotalSeconds;
    }

    private static Generation Generation(int number, DateTimeOffset now) => new()
    {
        Id = "gen_" + Guid.CreateVersion7(now).ToString("N"), AccountId = $"acc {number % Accounts}", ModelId = "model", ModelName = "Model", VariantId = "model/text",
        Mode = "text-to-video", Input = new() { Model = "model", Prompt = "A red fox runs through fresh snow at dawn." },
        WireInput = new JsonObject { ["prompt"] = "A red fox runs through fresh snow at dawn." }, Provider = "kie", Endpoint = "jobs", WireModel = "model/text",
        Quote = new(100, 0.5m, Exact: true, [new("video", 100)], 100), Patience = TimeSpan.FromMinutes(30), TypicalSeconds = 60, CreatedAt = now, UpdatedAt = now,
    };
}
