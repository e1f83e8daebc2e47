using Kinora.Core.Accounts;
using Kinora.Core.Assets;
using Kinora.Core.Fetching;
using Kinora.Core.Media;
using Kinora.Core.Tests.Media;
using Kinora.Core.Tests.Storage;
using Kinora.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace Kinora.Core.Tests.Assets;

/// <summary>Each test has a library of its own, in a folder, with the account <c>acct_1</c>. What it imports may come from loopback.</summary>
public abstract class LibraryTests : IAsyncLifetime
{
    private readonly GuardedHttp _http = new(FetchOptions.Parse("127.0.0.1"), TimeProvider.System);

    protected LibraryTests()
    {
        Store = new FolderAssetStore(Clips["store"]);
        Stores = TestStores.Sqlite(Clips["kinora.db"], Clock);
        var pictures = new PictureMaker(Clips.Process, NullLogger<PictureMaker>.Instance);
        Library = new AssetLibrary(Store, Stores.Assets, Stores.Loose, new Ffprobe(Clips.Process), pictures, _http, Clock);
    }

    private protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    private protected Clips Clips { get; } = new();
    private protected FakeClock Clock { get; } = new();
    private protected FolderAssetStore Store { get; }
    private protected TestStores Stores { get; }
    private protected AssetLibrary Library { get; }

    public async ValueTask InitializeAsync() => await Stores.Accounts.CreateAsync(new("acct_1", "Account", AccountRole.User, 0, 0), null, Stop);

    public async ValueTask DisposeAsync()
    {
        await Stores.DisposeAsync();
        _http.Dispose();
        Clips.Dispose();
        GC.SuppressFinalize(this);
    }
}
