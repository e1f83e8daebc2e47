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

    [Fact]
    public async Task A_clock_that_is_set_back_does_not_close_a_budget_until_it_is_there_again()
    {
        var budget = new RateBudget("clock", 3, TimeSpan.FromSeconds(10));
        await SetClockAsync(Some.Now.AddHours(1));
        await Budgets.ReserveAsync(budget, 3, Stop);
        await SetClockAsync(Some.Now);
        (await Budgets.ReserveAsync(budget, 2, Stop)).ShouldBe([TimeSpan.Zero, TimeSpan.Zero]);
    }

    public async ValueTask InitializeAsync()
    {
        _database = await server.EmptyDatabaseAsync(Stop);
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
