using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Kinora.Core.Assets;
using Kinora.Core.Fetching;
using Kinora.Core.Media;
using Kinora.Core.Storage;
using Kinora.Core.Tests.Fetching;
using Kinora.Core.Tests.Media;
using Kinora.Testing;

namespace Kinora.Core.Tests.Assets;

public sealed class AssetLibraryTests : IDisposable
{
    private readonly Clips _clips = new();
    private readonly FakeClock _clock = new();
    private readonly Index _index = new();
    private readonly GuardedHttp _http = new(FetchOptions.Parse("127.0.0.1"), TimeProvider.System);
    private readonly FolderAssetStore _store;
    private readonly AssetLibrary _library;

    public AssetLibraryTests()
    {
        _store = new FolderAssetStore(_clips["store"]);
        _library = new AssetLibrary(_store, _index, new Ffprobe(_clips.Process), _http, _clock);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("png", "image/png")]
    [InlineData("jpg", "image/jpeg")]
    [InlineData("webp", "image/webp")]
    public async Task Upload_of_a_picture_is_stored_measured_and_indexed(string extension, string contentType)
    {
        var bytes = await PictureAsync(extension);

        var asset = await _library.UploadAsync("acct_1", new MemoryStream(bytes), Stop);

        asset.Id.ShouldMatch("^asset_[0-9a-f]{32}$");
        asset.Key.ShouldBe($"uploads/acct_1/{asset.Id}.{extension}");
        (asset.Facts.ContentType, asset.Facts.Width, asset.Facts.Height).ShouldBe((contentType, 48, 32));
        (asset.Bytes, asset.Sha256, asset.CreatedAt).ShouldBe((bytes.Length, Convert.ToHexStringLower(SHA256.HashData(bytes)), _clock.GetUtcNow()));
        (await _index.FindAsync("acct_1", asset.Id, Stop)).ShouldBe(asset);
        await using var stored = (await _store.OpenAsync(asset.Key, Stop)).ShouldNotBeNull();
        stored.Length.ShouldBe(bytes.Length);
    }

    [Fact]
    public async Task Upload_of_exactly_the_limit_is_read_and_one_byte_more_is_too_large()
    {
        var padded = new byte[AssetLibrary.MaxBytes + 1];
        (await PictureAsync("png")).CopyTo(padded, 0);

        await _library.UploadAsync("acct_1", new MemoryStream(padded, 0, padded.Length - 1), Stop);
        (await RefusalAsync(padded)).TooLarge.ShouldBeTrue();
        Directory.EnumerateFiles(_clips["store/tmp"]).ShouldBeEmpty();
    }

    [Fact]
    public async Task Upload_of_a_picture_with_too_many_pixels_is_refused_by_its_header()
    {
        var bomb = await PictureAsync("png");
        bomb.AsSpan(16, 4).Clear();
        (bomb[18], bomb[19]) = (0x20, 0x01);

        var refused = await RefusalAsync(bomb);

        refused.TooLarge.ShouldBeTrue();
        refused.Message.ShouldContain("8193");
    }

    [Fact]
    public async Task Upload_of_a_small_header_before_a_huge_picture_is_refused()
    {
        // A WebP whose canvas is 16 × 16 around a lossless frame of 15000 × 15000 black pixels, in 54 bytes.
        var bomb = Convert.FromBase64String("UklGRi4AAABXRUJQVlA4WAoAAAAAAAAADwAADwAAVlA4TBAAAAAvl/qlDoiICAAAAAAAAAAA");
        PictureHeader.Read(new MemoryStream(bomb)).ShouldBe(new PictureHeader("image/webp", 16, 16));

        (await RefusalAsync(bomb)).TooLarge.ShouldBeFalse();
    }

    [Theory]
    [InlineData("")]
    [InlineData("GIF89a and more bytes than any header needs")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg' width='1' height='1'/>")]
    [InlineData("\u0089PNG, or so it says, and then it goes on as text for a while")]
    public async Task Upload_of_anything_else_is_refused_for_its_kind(string content)
    {
        var refused = await RefusalAsync(Encoding.Latin1.GetBytes(content));

        refused.TooLarge.ShouldBeFalse();
        _index.Assets.ShouldBeEmpty();
        Directory.EnumerateFiles(_clips["store/tmp"]).ShouldBeEmpty();
    }

    [Fact]
    public async Task Upload_of_a_header_without_a_picture_is_refused()
    {
        var cut = (await PictureAsync("jpg"))[..180];

        (await RefusalAsync(cut)).TooLarge.ShouldBeFalse();
    }

    [Fact]
    public async Task Import_fetches_and_stores_a_picture()
    {
        var bytes = await PictureAsync("webp");
        await using var site = await LoopbackSite.StartAsync(context => context.Response.Body.WriteAsync(bytes).AsTask());

        (await _library.ImportAsync("acct_1", site.Address, Stop)).Facts.ContentType.ShouldBe("image/webp");
        await Should.ThrowAsync<FetchException>(() => _library.ImportAsync("acct_1", new Uri("https://localhost/x.png"), Stop));
    }

    private async Task<byte[]> PictureAsync(string extension) =>
        await File.ReadAllBytesAsync(await _clips.MakeAsync("a." + extension, "-f", "lavfi", "-i", "testsrc2=s=48x32", "-frames:v", "1"), Stop);

    private Task<AssetRefusedException> RefusalAsync(byte[] content) =>
        Should.ThrowAsync<AssetRefusedException>(() => _library.UploadAsync("acct_1", new MemoryStream(content), Stop));

    public void Dispose()
    {
        _http.Dispose();
        _clips.Dispose();
    }

    private sealed class Index : IAssetIndex
    {
        public ConcurrentDictionary<string, Asset> Assets { get; } = new();

        public Task AddAsync(Asset asset, CancellationToken cancellationToken)
        {
            Assets[asset.Id] = asset;
            return Task.CompletedTask;
        }

        public Task<Asset?> FindAsync(string accountId, string id, CancellationToken cancellationToken) =>
            Task.FromResult(Assets.GetValueOrDefault(id));
    }
}
