using Kinora.Core.Tests.Generations;
using Kinora.Testing.Processes;

namespace Kinora.Core.Tests.Storage;

public sealed class PostgresHousekeepingStoreTests(PostgresServer server) : HousekeepingStoreCompliance, IAsyncLifetime
{
    private PostgresTestDatabase? _database;
    private TestStores? _stores;

    private protected override TestStores Stores => _stores!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _database = await server.NewDatabaseAsync(Stop);
        _stores = await TestStores.PostgresAsync(_database.Address);
        await SetClockAsync(Some.Now);
    }

    public async ValueTask DisposeAsync()
    {
        if (_stores is not null) await _stores.DisposeAsync();
        if (_database is not null) await _database.DisposeAsync();
    }

    protected override Task SetClockAsync(DateTimeOffset now) => _database!.SetClockAsync(now, Stop);
}
