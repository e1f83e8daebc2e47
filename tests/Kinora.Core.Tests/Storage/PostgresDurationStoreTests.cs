using Kinora.Testing.Processes;

namespace Kinora.Core.Tests.Storage;

public sealed class PostgresDurationStoreTests(PostgresServer server) : DurationStoreCompliance, IAsyncLifetime
{
    private PostgresTestDatabase? _database;
    private TestStores? _stores;

    private protected override TestStores Stores => _stores!;

    public async ValueTask InitializeAsync()
    {
        _database = await server.NewDatabaseAsync(TestContext.Current.CancellationToken);
        _stores = await TestStores.PostgresAsync(_database.Address);
    }

    public async ValueTask DisposeAsync()
    {
        if (_stores is not null) await _stores.DisposeAsync();
        if (_database is not null) await _database.DisposeAsync();
    }
}
