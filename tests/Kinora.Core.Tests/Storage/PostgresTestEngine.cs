using Kinora.Core.Tests.Generations;
using Kinora.Testing.Processes;

namespace Kinora.Core.Tests.Storage;

internal sealed class PostgresTestEngine(PostgresServer server) : TestEngine
{
    private PostgresTestDatabase? _database;

    internal override async Task<TestStores> StartAsync()
    {
        _database = await server.NewDatabaseAsync(TestContext.Current.CancellationToken);
        var stores = await TestStores.PostgresAsync(_database.Address);
        await SetClockAsync(Some.Now);
        return stores;
    }

    internal override Task SetClockAsync(DateTimeOffset now) => _database!.SetClockAsync(now, TestContext.Current.CancellationToken);

    public override ValueTask DisposeAsync() => _database?.DisposeAsync() ?? ValueTask.CompletedTask;
}
