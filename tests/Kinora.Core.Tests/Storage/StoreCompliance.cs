using Kinora.Core.Accounts;
using Kinora.Core.Credits;
using Kinora.Core.Generations;
using Kinora.Core.Tests.Generations;

namespace Kinora.Core.Tests.Storage;

/// <summary>What every engine must do. The subclasses tell it by subject, and theirs name the engine.</summary>
public abstract class StoreCompliance(TestEngine engine) : IAsyncLifetime
{
    private TestStores? _stores;

    private protected TestStores Stores => _stores!;

    private protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _stores = await engine.StartAsync();

    public async ValueTask DisposeAsync()
    {
        if (_stores is not null) await _stores.DisposeAsync();
        await engine.DisposeAsync();
        Clean();
        GC.SuppressFinalize(this);
    }

    /// <summary>Removes what a suite has beside the stores, after the tests.</summary>
    protected virtual void Clean() { }

    /// <summary>Sets the database's clock, which begins at <see cref="Some.Now"/>.</summary>
    private protected Task SetClockAsync(DateTimeOffset now) => engine.SetClockAsync(now);

    /// <summary>How many of the commits that were begun wait for the end of another one at least.</summary>
    private protected Task<int> BlockedAsync(int begun) => engine.BlockedAsync(begun);

    private protected async Task<CommitResult> CommitAsync(GenerationChange change) => (await Stores.Generations.CommitAsync([change], Stop))[0];

    private protected async Task<Generation> AcceptAsync(DateTimeOffset? at = null)
    {
        var change = Some.Generation(at: at).Accept(null);
        (await CommitAsync(change)).Outcome.ShouldBe(CommitOutcome.Applied);
        return change.Generation;
    }

    private protected Task FundAsync(long credits, string account = "acc") => Stores.Accounts.CreateAsync(
        new(account, "Account", AccountRole.User, 0, 0), LedgerEntry.Grant(account, credits, Some.Now, "first"), Stop);

    private protected async Task BalanceShouldBeAsync(long balance, long held)
    {
        var account = (await Stores.Accounts.FindAsync("acc", Stop))!;
        (account.Balance, account.Held).ShouldBe((balance, held));
        var ledger = await Stores.Accounts.LedgerAsync("acc", null, 10_000, Stop);
        (ledger.Sum(e => e.Entry.BalanceChange), ledger.Sum(e => e.Entry.HeldChange)).ShouldBe((balance, held));
    }
}
