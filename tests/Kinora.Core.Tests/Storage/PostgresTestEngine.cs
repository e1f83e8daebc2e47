using Kinora.Core.Tests.Generations;
using Kinora.Testing.Processes;

namespace Kinora.Core.Tests.Storage;

internal sealed class PostgresTestEngine(PostgresServer server) : TestEngine
{
    private PostgresTestDatabase? _database;

    private TestStores? _stores;

    internal override async Task<TestStores> StartAsync()
    {
        _database = await server.EmptyDatabaseAsync(TestContext.Current.CancellationToken);
        _stores = await TestStores.PostgresAsync(_database.Address);
        await SetClockAsync(Some.Now);
        return _stores;
    }

    internal override async Task<int> BlockedAsync(int begun) => (int)(long)(await _stores!.Database.ReadAsync(
        session => session.ScalarAsync("SELECT COUNT(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'"),
        TestContext.Current.CancellationToken))!;

    internal override Task SetClockAsync(DateTimeOffset now) => _database!.SetClockAsync(now, TestContext.Current.CancellationToken);

    public override ValueTask DisposeAsync() => _database?.DisposeAsync() ?? ValueTask.CompletedTask;
}
