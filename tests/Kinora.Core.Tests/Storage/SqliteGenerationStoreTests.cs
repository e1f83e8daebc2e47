using Kinora.Core.Accounts;
using Kinora.Core.Generations;
using Kinora.Core.Storage;
using Kinora.Core.Tests.Generations;
using Kinora.Testing;

namespace Kinora.Core.Tests.Storage;

public sealed class SqliteGenerationStoreTests : GenerationStoreCompliance, IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("kinora-").FullName;
    private readonly FakeClock _clock = new(Some.Now);
    private TestStores _stores;

    public SqliteGenerationStoreTests() => _stores = Open();

    private protected override TestStores Stores => _stores;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_committed_is_there_after_opening_again()
    {
        await _stores.Accounts.CreateAsync(new("acc", "Account", AccountRole.Admin, 0, 0), null, Stop);
        await ReopenAsync();
        (await _stores.Accounts.FindAsync("acc", Stop))!.Role.ShouldBe(AccountRole.Admin);
    }

    [Fact]
    public async Task What_a_process_held_when_it_ended_is_due_at_once_for_the_next()
    {
        await _stores.Accounts.CreateAsync(new("acc", "Account", AccountRole.Admin, 0, 0), null, Stop);
        await _stores.Generations.CommitAsync([Some.Generation(credits: 0).Accept(null)], Stop);
        var lease = new Lease("one", TimeSpan.FromHours(1));
        (await _stores.Generations.ClaimAsync(GenerationStatus.Queued, lease, 10, Stop)).ShouldHaveSingleItem();
        await ReopenAsync();
        (await _stores.Generations.ClaimAsync(GenerationStatus.Queued, lease, 10, Stop)).ShouldHaveSingleItem();
    }

    protected override Task SetClockAsync(DateTimeOffset now)
    {
        _clock.Advance(now - _clock.GetUtcNow());
        return Task.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await _stores.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task ReopenAsync()
    {
        await _stores.DisposeAsync();
        _stores = Open();
    }

    private TestStores Open() => TestStores.Sqlite(Path.Combine(_folder, "kinora.db"), _clock);
}
