using Kinora.Core.Media;

namespace Kinora.Core.Tests.Media;

public sealed class FfprobeTests : IDisposable
{
    private readonly Clips _clips = new();
    private readonly Ffprobe _ffprobe;

    public FfprobeTests() => _ffprobe = new Ffprobe(_clips.Process);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Probe_does_not_decode_more_pixels_than_a_picture_may_have()
    {
        // A lossless WebP of 15000 × 15000 black pixels in 54 bytes, which would take 900 MB.
        var path = _clips["bomb.webp"];
        await File.WriteAllBytesAsync(path, Convert.FromBase64String("UklGRi4AAABXRUJQVlA4WAoAAAAAAAAADwAADwAAVlA4TBAAAAAvl/qlDoiICAAAAAAAAAAA"), Stop);

        (await Should.ThrowAsync<MediaException>(() => _ffprobe.ProbeAsync(path, Stop))).Failure.ShouldBe(MediaFailure.NotMedia);
    }

    [Fact]
    public async Task Video_with_sound_is_measured_by_content_whatever_its_name()
    {
        var path = await _clips.MakeAsync(
            "clip.txt", "-f", "lavfi", "-i", "testsrc2=s=64x36:r=24:d=1.5", "-f", "lavfi", "-i", "sine=d=1.5", "-shortest", "-f", "mp4");

        var facts = await _ffprobe.ProbeAsync(path, Stop);

        facts.ShouldBe(new MediaFacts("video/mp4", 64, 36, 1.5, 24, "h264", "aac"));
    }

    [Fact]
    public async Task Silent_webm_has_no_audio_codec()
    {
        var facts = await _ffprobe.ProbeAsync(await _clips.MakeAsync("clip.webm", "-f", "lavfi", "-i", "testsrc2=s=64x36:r=10:d=1"), Stop);

        facts.ContentType.ShouldBe("video/webm");
        facts.AudioCodec.ShouldBeNull();
        facts.DurationSeconds.ShouldBe(1, 0.05);
    }

    [Theory]
    [InlineData("a.png", "image/png")]
    [InlineData("a.jpg", "image/jpeg")]
    [InlineData("a.webp", "image/webp")]
    public async Task Picture_lasts_no_time_and_matches_its_header(string name, string contentType)
    {
        var path = await _clips.MakeAsync(name, "-f", "lavfi", "-i", "testsrc2=s=70x40", "-frames:v", "1");

        var facts = await _ffprobe.ProbeAsync(path, Stop);
        await using var file = File.OpenRead(path);

        (facts.ContentType, facts.Width, facts.Height, facts.DurationSeconds, facts.FrameRate).ShouldBe((contentType, 70, 40, 0.0, 0.0));
        PictureHeader.Read(file).ShouldBe(new PictureHeader(contentType, 70, 40));
    }

    [Fact]
    public async Task Sound_alone_is_not_a_picture_or_video()
    {
        var path = await _clips.MakeAsync("a.mp3", "-f", "lavfi", "-i", "sine=d=1");

        (await Should.ThrowAsync<MediaException>(() => _ffprobe.ProbeAsync(path, Stop))).Failure.ShouldBe(MediaFailure.NotMedia);
    }

    [Theory]
    [InlineData("<html>no</html>")]
    [InlineData("")]
    [InlineData("#EXTM3U\n#EXT-X-TARGETDURATION:10\n#EXTINF:10,\nclip.mp4\n#EXT-X-ENDLIST\n")]
    [InlineData("ffconcat version 1.0\nfile clip.mp4\n")]
    public async Task Text_and_playlists_that_name_other_files_are_not_media(string content)
    {
        await _clips.MakeAsync("clip.mp4", "-f", "lavfi", "-i", "testsrc2=s=64x36:r=10:d=1");
        await File.WriteAllTextAsync(_clips["list.m3u8"], content, Stop);

        (await Should.ThrowAsync<MediaException>(() => _ffprobe.ProbeAsync(_clips["list.m3u8"], Stop))).Failure.ShouldBe(MediaFailure.NotMedia);
    }

    public void Dispose() => _clips.Dispose();
}
