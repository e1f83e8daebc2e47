using Kinora.Core.Accounts;
using Kinora.Core.Generations;
using Kinora.Core.Joins;
using Kinora.Core.Storage;
using Kinora.Core.Tests.Generations;
using Kinora.Testing;

namespace Kinora.Core.Tests.Storage;

/// <summary>A file that is opened again.</summary>
public sealed class SqliteRestartTests : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("kinora-").FullName;
    private readonly FakeClock _clock = new(Some.Now);
    private TestStores _stores;

    public SqliteRestartTests() => _stores = Open();

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
        (await _stores.Generations.ClaimAsync(GenerationStatus.Queued, "", lease, 10, Stop)).ShouldHaveSingleItem();
        await ReopenAsync();
        (await _stores.Generations.ClaimAsync(GenerationStatus.Queued, "", lease, 10, Stop)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Film_that_a_process_made_when_it_ended_is_due_at_once_for_the_next()
    {
        await _stores.Accounts.CreateAsync(new("acc", "Account", AccountRole.Admin, 0, 0), null, Stop);
        var plan = new JoinPlan { Clips = [], KeepSound = true, Fades = false, Width = 64, Height = 36, FrameRate = 24 };
        await _stores.Joins.AddAsync(new() { Id = "join_1", AccountId = "acc", Plan = plan, CreatedAt = Some.Now }, null, Stop);
        var lease = new Lease("one", TimeSpan.FromHours(1));
        (await _stores.Joins.ClaimAsync(lease, Some.Now, Stop)).ShouldNotBeNull();
        await ReopenAsync();
        (await _stores.Joins.ClaimAsync(lease, Some.Now, Stop))!.Tries.ShouldBe(2);
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
