using Kinora.Core.Accounts;
using Kinora.Core.Assets;
using Kinora.Core.Fetching;
using Kinora.Core.Generations;
using Kinora.Core.Media;
using Kinora.Core.Tests.Media;
using Kinora.Core.Tests.Storage;
using Kinora.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace Kinora.Core.Tests.Assets;

public sealed class OutputAssetsTests : IAsyncLifetime
{
    private readonly Clips _clips = new();
    private readonly FakeClock _clock = new();
    private readonly GuardedHttp _http = new(new FetchOptions(), TimeProvider.System);
    private readonly TestStores _stores;
    private readonly FolderAssetStore _store;
    private readonly OutputAssets _assets;

    public OutputAssetsTests()
    {
        _store = new FolderAssetStore(_clips["store"]);
        _stores = TestStores.Sqlite(_clips["kinora.db"], _clock);
        var library = new AssetLibrary(_store, _stores.Assets, _stores.Loose, new Ffprobe(_clips.Process), new PictureMaker(_clips.Process, NullLogger<PictureMaker>.Instance), _http, _clock);
        _assets = new OutputAssets(library, _store, new FrameCutter(_clips.Process));
    }

    public async ValueTask InitializeAsync() => await _stores.Accounts.CreateAsync(new("acct_1", "Account", AccountRole.User, 0, 0), null, Stop);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Last_frame_of_a_take_is_a_picture_of_the_account()
    {
        var output = await OutputAsync();

        var frame = (await _assets.FromFrameAsync("acct_1", output, at: null, Stop)).ShouldNotBeNull();

        (frame.AccountId, frame.Facts.ContentType, frame.Facts.Width, frame.Facts.Height).ShouldBe(("acct_1", "image/jpeg", 64, 36));
        (await _stores.Assets.FindAsync("acct_1", frame.Id, Stop)).ShouldBe(frame);
        Directory.EnumerateFiles(_clips["store/tmp"]).ShouldBeEmpty();
    }

    [Fact]
    public async Task Video_of_a_take_is_taken_as_it_is()
    {
        var output = await OutputAsync();

        var video = (await _assets.FromFileAsync("acct_1", output.VideoKey, Stop)).ShouldNotBeNull();

        (video.Sha256, video.Bytes, video.Facts).ShouldBe((output.Sha256, output.Bytes, output.Facts));
    }

    [Fact]
    public async Task Take_whose_files_are_gone_makes_none()
    {
        var output = await OutputAsync();
        await _store.DeleteAsync(output.VideoKey, Stop);

        (await _assets.FromFrameAsync("acct_1", output, 0, Stop)).ShouldBeNull();
        (await _assets.FromFileAsync("acct_1", output.VideoKey, Stop)).ShouldBeNull();
    }

    private async Task<GenerationOutput> OutputAsync()
    {
        var path = await _clips.MakeAsync("clip.mp4", "-f", "lavfi", "-i", "testsrc2=s=64x36:r=12:d=1");
        var bytes = await File.ReadAllBytesAsync(path, Stop);
        var facts = await new Ffprobe(_clips.Process).ProbeAsync(path, Stop);
        await _store.ImportAsync("outputs/acct_1/gen_1/0.mp4", path, Stop);
        return new("outputs/acct_1/gen_1/0.mp4", null, facts, bytes.Length, Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes)));
    }

    public async ValueTask DisposeAsync()
    {
        await _stores.DisposeAsync();
        _http.Dispose();
        _clips.Dispose();
    }
}
