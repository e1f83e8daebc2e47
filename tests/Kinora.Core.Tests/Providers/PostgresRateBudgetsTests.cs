using Kinora.Core.Providers;
using Kinora.Core.Storage.Postgres;
using Kinora.Core.Tests.Generations;
using Kinora.Core.Tests.Storage;
using Kinora.Testing.Processes;

namespace Kinora.Core.Tests.Providers;

public sealed class PostgresRateBudgetsTests(PostgresServer server) : RateBudgetCompliance, IAsyncLifetime
{
    private PostgresTestDatabase? _database;
    private TestStores? _stores;

    private protected override IRateBudgets Budgets => ((PostgresDatabase)_stores!.Database).Budgets;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nodes_share_one_budget()
    {
        await using var other = await TestStores.PostgresAsync(_database!.Address);
        var budget = new RateBudget("shared", 3, TimeSpan.FromSeconds(10));
        (await Budgets.ReserveAsync(budget, 2, Stop)).ShouldBe([TimeSpan.Zero, TimeSpan.Zero]);
        (await ((PostgresDatabase)other.Database).Budgets.ReserveAsync(budget, 2, Stop)).ShouldBe([TimeSpan.Zero, TimeSpan.FromSeconds(10)]);
    }

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
