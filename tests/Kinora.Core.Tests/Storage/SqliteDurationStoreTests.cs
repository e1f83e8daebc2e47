using Kinora.Core.Tests.Generations;
using Kinora.Testing;

namespace Kinora.Core.Tests.Storage;

public sealed class SqliteDurationStoreTests : DurationStoreCompliance, IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("kinora-").FullName;
    private readonly TestStores _stores;

    public SqliteDurationStoreTests() => _stores = TestStores.Sqlite(Path.Combine(_folder, "kinora.db"), new FakeClock(Some.Now));

    private protected override TestStores Stores => _stores;

    public async ValueTask DisposeAsync()
    {
        await _stores.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
