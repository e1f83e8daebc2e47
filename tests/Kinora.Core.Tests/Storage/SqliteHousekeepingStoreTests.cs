using Kinora.Core.Tests.Generations;
using Kinora.Testing;

namespace Kinora.Core.Tests.Storage;

public sealed class SqliteHousekeepingStoreTests : HousekeepingStoreCompliance, IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("kinora-").FullName;
    private readonly FakeClock _clock = new(Some.Now);
    private readonly TestStores _stores;

    public SqliteHousekeepingStoreTests() => _stores = TestStores.Sqlite(Path.Combine(_folder, "kinora.db"), _clock);

    private protected override TestStores Stores => _stores;

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
}
