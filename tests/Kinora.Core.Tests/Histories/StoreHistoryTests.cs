using Kinora.Core.Assets;
using Kinora.Core.Tests.Storage;
using Kinora.Testing.Processes;

namespace Kinora.Core.Tests.Histories;

/// <summary>Random histories on each engine; many at once share its commits.</summary>
public sealed class StoreHistoryTests(PostgresServer server) : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("kinora-").FullName;

    [Fact]
    public async Task A_thousand_random_histories_on_SQLite_lose_nothing_and_charge_once()
    {
        await using var stores = TestStores.Sqlite(Path.Combine(_folder, "kinora.db"), TimeProvider.System);
        await RunAsync(stores);
    }

    [Fact]
    public async Task A_thousand_random_histories_on_PostgreSQL_lose_nothing_and_charge_once()
    {
        await using var database = await server.NewDatabaseAsync(TestContext.Current.CancellationToken);
        await using var stores = await TestStores.PostgresAsync(database.Address);
        await RunAsync(stores);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private async Task RunAsync(TestStores stores)
    {
        var files = new FolderAssetStore(Path.Combine(_folder, "assets"));
        var first = Random.Shared.Next(1_000_000_000);
        await Parallel.ForEachAsync(
            Enumerable.Range(first, Draws.Of(1000)),
            new ParallelOptions { MaxDegreeOfParallelism = 32, CancellationToken = TestContext.Current.CancellationToken },
            async (seed, _) =>
            {
                try
                {
                    await new StoreHistory(seed, stores, files).RunAsync();
                }
                catch (Exception fault)
                {
                    throw new InvalidOperationException($"seed {seed}", fault);
                }
            });
    }
}
