using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Kinora.Core.Assets;
using Kinora.Core.Catalog;
using Kinora.Core.Fetching;
using Kinora.Core.Media;
using Kinora.Core.Tests.Fetching;
using Kinora.Core.Tests.Media;

namespace Kinora.Core.Tests.Assets;

public sealed class AssetLibraryTests : LibraryTests
{
    [Theory]
    [InlineData("png", "image/png")]
    [InlineData("jpg", "image/jpeg")]
    [InlineData("webp", "image/webp")]
    public async Task Upload_of_a_picture_is_stored_measured_and_indexed(string extension, string contentType)
    {
        var bytes = await PictureAsync(extension);

        var asset = await Library.UploadAsync("acct_1", new MemoryStream(bytes), Stop);

        asset.Id.ShouldMatch("^asset_[0-9a-f]{32}$");
        asset.Key.ShouldBe($"uploads/acct_1/{asset.Id}.{extension}");
        (asset.Facts.ContentType, asset.Facts.Width, asset.Facts.Height).ShouldBe((contentType, 48, 32));
        (asset.Bytes, asset.Sha256, asset.CreatedAt).ShouldBe((bytes.Length, Convert.ToHexStringLower(SHA256.HashData(bytes)), Clock.GetUtcNow()));
        (await Stores.Assets.FindAsync("acct_1", asset.Id, Stop)).ShouldBe(asset);
        await using var stored = (await Store.OpenAsync(asset.Key, Stop)).ShouldNotBeNull();
        stored.Length.ShouldBe(bytes.Length);
    }

    [Theory]
    [InlineData("mp4", "video/mp4")]
    [InlineData("mov", "video/quicktime")]
    [InlineData("webm", "video/webm")]
    [InlineData("mkv", "video/x-matroska")]
    [InlineData("avi", "video/x-msvideo")]
    [InlineData("mp3", "audio/mpeg")]
    [InlineData("wav", "audio/wav")]
    [InlineData("m4a", "audio/mp4")]
    [InlineData("aac", "audio/aac")]
    [InlineData("ogg", "audio/ogg")]
    [InlineData("flac", "audio/flac")]
    public async Task Upload_of_a_video_or_sound_is_stored_under_what_it_is(string extension, string contentType)
    {
        var bytes = await Clips.OfAsync(extension);

        var asset = await Library.UploadAsync("acct_1", new MemoryStream(bytes), Stop);

        (asset.Key, asset.Facts.ContentType).ShouldBe(($"uploads/acct_1/{asset.Id}.{extension}", contentType));
        (asset.Bytes, asset.Sha256).ShouldBe((bytes.Length, Convert.ToHexStringLower(SHA256.HashData(bytes))));
        asset.Facts.DurationSeconds.ShouldBe(2, 0.06);
    }

    [Theory]
    [InlineData("png", 50)]
    [InlineData("wav", 100)]
    public async Task Upload_of_exactly_the_limit_of_its_kind_is_taken_and_one_byte_more_is_too_large(string extension, int megabytes)
    {
        var padded = new byte[megabytes * 1024 * 1024 + 1];
        (await Clips.OfAsync(extension)).CopyTo(padded, 0);
        // The rest of a wave is silence.
        if (padded.AsSpan().IndexOf("data"u8) is > 0 and var at) BinaryPrimitives.WriteInt32LittleEndian(padded.AsSpan(at + 4), padded.Length - 1 - at - 8);

        await Library.UploadAsync("acct_1", new MemoryStream(padded, 0, padded.Length - 1), Stop);
        var refused = await RefusalAsync(padded);

        refused.TooLarge.ShouldBeTrue();
        refused.Message.ShouldContain($"{megabytes} MB");
        Directory.EnumerateFiles(Clips["store/tmp"]).ShouldBeEmpty();
    }

    [Fact]
    public async Task Upload_of_a_sound_in_the_container_of_a_video_has_the_limit_of_a_sound()
    {
        // A box that is skipped makes up the weight.
        var sound = await File.ReadAllBytesAsync(await Clips.MakeAsync("a.mp4", Clips.Tone), Stop);
        var padded = new byte[100 * 1024 * 1024 + 1];
        sound.CopyTo(padded, 0);
        var rest = padded.AsSpan(sound.Length);
        BinaryPrimitives.WriteInt32BigEndian(rest, rest.Length);
        "free"u8.CopyTo(rest[4..]);

        (await RefusalAsync(padded)).Message.ShouldBe("The sound file is larger than 100 MB.");
    }

    [Theory]
    [InlineData("jpg", 50)]
    [InlineData("mp3", 100)]
    public async Task Upload_that_is_too_large_for_its_kind_is_not_read_to_its_end(string extension, int megabytes)
    {
        var endless = new Endless(await Clips.OfAsync(extension));

        var refused = await Should.ThrowAsync<AssetRefusedException>(() => Library.UploadAsync("acct_1", endless, Stop));

        refused.TooLarge.ShouldBeTrue();
        (endless.Given / 1048576).ShouldBe(megabytes);
    }

    [Fact]
    public async Task Upload_of_nothing_that_is_taken_is_refused_after_its_first_bytes()
    {
        var endless = new Endless("#EXTM3U\n"u8.ToArray());

        var refused = await Should.ThrowAsync<AssetRefusedException>(() => Library.UploadAsync("acct_1", endless, Stop));

        refused.Message.ShouldBe(
            "The file is not one that is taken: a picture (JPEG, PNG or WebP, at most 50 MB), a video (MP4, MOV, WebM, Matroska or AVI, at most 500 MB) "
            + "or a sound file (MP3, WAV, M4A, AAC, OGG or FLAC, at most 100 MB).");
        endless.Given.ShouldBeLessThan(1048576);
    }

    [Theory]
    [InlineData("png")]
    [InlineData("jpg")]
    [InlineData("webp")]
    [InlineData("mp4")]
    [InlineData("mov")]
    [InlineData("webm")]
    [InlineData("mkv")]
    [InlineData("avi")]
    [InlineData("wav")]
    [InlineData("m4a")]
    public async Task Upload_that_breaks_off_is_refused(string extension)
    {
        var bytes = await Clips.OfAsync(extension);

        (await RefusalAsync(bytes[..(bytes.Length * 9 / 10)])).TooLarge.ShouldBeFalse();
        Directory.Exists(Clips["store/uploads"]).ShouldBeFalse();
    }

    [Fact]
    public async Task Upload_of_a_video_behind_the_header_of_a_picture_is_refused()
    {
        var bytes = (await Clips.OfAsync("png"))[..33].Concat(await Clips.OfAsync("mp4")).ToArray();

        (await RefusalAsync(bytes)).TooLarge.ShouldBeFalse();
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
    [InlineData("<!DOCTYPE html><html><body>Please sign in</body></html>")]
    [InlineData("\r\n  <html><script>alert(1)</script></html>")]
    [InlineData("\u00ef\u00bb\u00bf<!doctype html>")]
    public async Task Import_of_a_web_page_is_refused_as_one_whatever_its_host_calls_it(string page)
    {
        await using var site = await LoopbackSite.StartAsync(context =>
        {
            context.Response.ContentType = "image/png";
            return context.Response.Body.WriteAsync(Encoding.Latin1.GetBytes(page)).AsTask();
        });

        var refused = await Should.ThrowAsync<AssetRefusedException>(() => Library.ImportAsync("acct_1", new Uri(site.Address, "/fox.png"), Stop));

        refused.Message.ShouldStartWith("It is a web page, not a file.");
        Directory.EnumerateFiles(Clips["store/tmp"]).ShouldBeEmpty();
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
        Directory.Exists(Clips["store/uploads"]).ShouldBeFalse();
        Directory.EnumerateFiles(Clips["store/tmp"]).ShouldBeEmpty();
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

        (await Library.ImportAsync("acct_1", site.Address, MediaKind.Picture, Stop)).Facts.ContentType.ShouldBe("image/webp");
        await Should.ThrowAsync<FetchException>(() => Library.ImportAsync("acct_1", new Uri("https://localhost/x.png"), MediaKind.Picture, Stop));
    }

    [Theory]
    [InlineData("mp4", "firstFrame", "A picture is expected here, and this is a video.")]
    [InlineData("mp4", "audio", "A sound file is expected here, and this is a video.")]
    [InlineData("png", "sourceVideo", "A video is expected here, and this is a picture.")]
    [InlineData("wav", "sourceVideo", "A video is expected here, and this is a sound file.")]
    public async Task Import_of_another_kind_than_is_wanted_is_refused(string extension, string field, string expected)
    {
        var bytes = await Clips.OfAsync(extension);
        await using var site = await LoopbackSite.StartAsync(context => context.Response.Body.WriteAsync(bytes).AsTask());

        var refused = await Should.ThrowAsync<AssetRefusedException>(() => Library.ImportAsync("acct_1", site.Address, MediaRole.Find(field)!.Kind, Stop));

        refused.Message.ShouldBe(expected);
        Directory.Exists(Clips["store/uploads"]).ShouldBeFalse();
    }

    [Theory]
    [InlineData("firstFrame", 50)]
    [InlineData("audio", 100)]
    [InlineData("sourceVideo", 500)]
    public async Task Import_of_more_than_the_wanted_kind_may_have_is_not_begun(string field, int megabytes)
    {
        await using var site = await LoopbackSite.StartAsync(context =>
        {
            context.Response.ContentLength = megabytes * 1048576L + 1;
            return context.Response.StartAsync();
        });

        var refused = await Should.ThrowAsync<FetchException>(() => Library.ImportAsync("acct_1", site.Address, MediaRole.Find(field)!.Kind, Stop));

        (refused.Failure, refused.Message).ShouldBe((FetchFailure.TooLarge, $"The file at 127.0.0.1 is larger than {megabytes} MB."));
    }

    private async Task<byte[]> PictureAsync(string extension) =>
        await File.ReadAllBytesAsync(await Clips.MakeAsync("a." + extension, "-f", "lavfi", "-i", "testsrc2=s=48x32", "-frames:v", "1"), Stop);

    private Task<AssetRefusedException> RefusalAsync(byte[] content) =>
        Should.ThrowAsync<AssetRefusedException>(() => Library.UploadAsync("acct_1", new MemoryStream(content), Stop));

    /// <summary>Some bytes, and zeros for ever after.</summary>
    private sealed class Endless(byte[] start) : Stream
    {
        public long Given { get; private set; }
        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => Given; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            buffer.AsSpan(offset, count).Clear();
            if (Given < start.Length) start.AsSpan((int)Given, (int)Math.Min(count, start.Length - Given)).CopyTo(buffer.AsSpan(offset));
            Given += count;
            return count;
        }

        public override void Flush() { }
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
