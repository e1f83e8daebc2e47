using Kinora.Core.Assets;
using Kinora.Core.Catalog;
using Kinora.Core.Media;
using Kinora.Core.Tests.Fetching;
using Kinora.Core.Tests.Media;

namespace Kinora.Core.Tests.Assets;

/// <summary>What becomes of a file that was taken in: its one asset, its name, its small picture.</summary>
public sealed class KeptAssetTests : LibraryTests
{
    [Fact]
    public async Task The_same_file_again_is_the_same_asset_and_is_stored_once()
    {
        var bytes = await Clips.OfAsync("png");

        var uploads = await Task.WhenAll(Enumerable.Range(0, 4).Select(number => Library.UploadAsync("acct_1", new MemoryStream(bytes), $"{number}.png", Stop)));
        var again = await Library.UploadAsync("acct_1", new MemoryStream(bytes), "again.png", Stop);

        uploads.Append(again).Select(asset => asset.Id).Distinct().ShouldHaveSingleItem();
        await SweepAsync();
        StoredFiles().ShouldBe([again.Key, again.ThumbnailKey!], ignoreOrder: true);
    }

    [Fact]
    public async Task File_that_is_there_already_is_still_refused_where_another_kind_is_wanted()
    {
        var sound = await Library.UploadAsync("acct_1", new MemoryStream(await File.ReadAllBytesAsync(await Clips.MakeAsync("a.mp4", Clips.Tone), Stop)), Stop);
        await using var stored = (await Store.OpenAsync(sound.Key, Stop)).ShouldNotBeNull();
        var bytes = new byte[stored.Length];
        await stored.ReadExactlyAsync(bytes, Stop);
        await using var site = await LoopbackSite.StartAsync(context => context.Response.Body.WriteAsync(bytes).AsTask());

        var refused = await Should.ThrowAsync<AssetRefusedException>(() => Library.ImportAsync("acct_1", site.Address, MediaKind.Video, Stop));

        refused.Message.ShouldBe("A video is expected here, and this is a sound file.");
    }

    [Theory]
    [InlineData("video.mp4", "testsrc2=s=960x540:r=10:d=1", 480, 270)]
    [InlineData("tall.webp", "testsrc2=s=300x600:d=0.04", 240, 480)]
    [InlineData("dot.png", "color=s=9x7:d=0.04,format=rgb24", 9, 7)]
    public async Task Pictures_and_videos_get_a_small_picture(string name, string source, int width, int height)
    {
        var bytes = await File.ReadAllBytesAsync(await Clips.MakeAsync(name, "-f", "lavfi", "-i", source), Stop);

        var asset = await Library.UploadAsync("acct_1", new MemoryStream(bytes), $"C:\\pictures\\{name}", Stop);

        asset.Name.ShouldBe(name);
        asset.ThumbnailKey.ShouldBe($"uploads/acct_1/{asset.Id}.thumbnail.webp");
        var facts = await new Ffprobe(Clips.Process).ProbeAsync(Clips[$"store/{asset.ThumbnailKey}"], Stop);
        (facts.ContentType, facts.Width, facts.Height).ShouldBe(("image/webp", width, height));
        Directory.EnumerateFiles(Clips["store/tmp"]).ShouldBeEmpty();
    }

    [Fact]
    public async Task Sound_has_no_picture() =>
        (await Library.UploadAsync("acct_1", new MemoryStream(await Clips.OfAsync("mp3")), Stop)).ThumbnailKey.ShouldBeNull();

    [Theory]
    [InlineData("a fox.png", "a fox.png")]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData("C:\\me\\fox.png", "fox.png")]
    [InlineData("fox\u0000\r\n.png", "fox.png")]
    [InlineData("..", null)]
    [InlineData("folder/", null)]
    [InlineData("  ", null)]
    [InlineData(null, null)]
    public void Name_is_the_last_part_of_what_was_given(string? given, string? name) => AssetName.Of(given).ShouldBe(name);

    private IEnumerable<string> StoredFiles() => Directory.EnumerateFiles(Clips["store/uploads"], "*", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(Clips["store"], file).Replace('\\', '/'));

    private async Task SweepAsync()
    {
        foreach (var key in await Stores.Loose.ClaimAsync(TimeSpan.FromMinutes(1), 100, Stop)) await Store.DeleteAsync(key, Stop);
    }
}
