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

    [Theory]
    [InlineData("mp4", "video/mp4", "h264", "aac")]
    [InlineData("mov", "video/quicktime", "h264", "aac")]
    [InlineData("webm", "video/webm", "vp9", "opus")]
    [InlineData("mkv", "video/x-matroska", "h264", "vorbis")]
    [InlineData("avi", "video/x-msvideo", "mpeg4", "mp3")]
    public async Task Video_of_every_kind_is_named_and_measured(string extension, string contentType, string codec, string audioCodec)
    {
        var facts = await _ffprobe.ProbeAsync(await _clips.SaveAsync("clip", await Clips.OfAsync(extension)), Stop);

        (facts.ContentType, facts.Width, facts.Height, facts.VideoCodec, facts.AudioCodec).ShouldBe((contentType, 64, 36, codec, audioCodec));
        facts.DurationSeconds.ShouldBe(2, 0.05);
        facts.FrameRate.ShouldBe(24, 0.1);
    }

    [Theory]
    [InlineData("mp3", "audio/mpeg", "mp3")]
    [InlineData("wav", "audio/wav", "pcm_s16le")]
    [InlineData("m4a", "audio/mp4", "aac")]
    [InlineData("aac", "audio/aac", "aac")]
    [InlineData("ogg", "audio/ogg", "vorbis")]
    [InlineData("flac", "audio/flac", "flac")]
    public async Task Sound_of_every_kind_is_named_and_measured(string extension, string contentType, string codec)
    {
        var facts = await _ffprobe.ProbeAsync(await _clips.SaveAsync("sound", await Clips.OfAsync(extension)), Stop);

        facts.ShouldBe(new MediaFacts(contentType, 0, 0, facts.DurationSeconds, 0, null, codec));
        facts.DurationSeconds.ShouldBe(2, 0.06);
    }

    [Fact]
    public async Task Cover_of_a_song_does_not_make_it_a_video()
    {
        var song = await _clips.MakeAsync("song.mp3", Clips.Tone);
        var cover = await _clips.MakeAsync("cover.png", [.. Clips.Film, "-frames:v", "1"]);
        string[] both = ["-i", song, "-i", cover, "-map", "0", "-map", "1", "-disposition:v", "attached_pic"];

        (await _ffprobe.ProbeAsync(await _clips.MakeAsync("a.mp3", [.. both, "-c", "copy"]), Stop)).ContentType.ShouldBe("audio/mpeg");
        (await _ffprobe.ProbeAsync(await _clips.MakeAsync("a.m4a", [.. both, "-c:v", "copy"]), Stop)).ContentType.ShouldBe("audio/mp4");
    }

    [Fact]
    public async Task Sound_in_a_container_for_videos_is_a_sound_or_nothing()
    {
        (await _ffprobe.ProbeAsync(await _clips.MakeAsync("a.mp4", Clips.Tone), Stop)).ContentType.ShouldBe("audio/mp4");
        await NotMediaAsync(await _clips.MakeAsync("a.webm", Clips.Tone));
        await NotMediaAsync(await _clips.MakeAsync("a.mka", Clips.Tone));
        await NotMediaAsync(await _clips.MakeAsync("a.ogv", [.. Clips.Film, "-c:v", "libtheora"]));
    }

    [Fact]
    public async Task Turned_video_is_measured_as_it_is_shown()
    {
        var flat = await _clips.MakeAsync("flat.mp4", Clips.Film);
        var turned = await _clips.MakeAsync("turned.mp4", "-i", flat, "-c", "copy", "-metadata:s:v", "rotate=90");

        var facts = await _ffprobe.ProbeAsync(turned, Stop);

        (facts.Width, facts.Height).ShouldBe((36, 64));
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

        await NotMediaAsync(_clips["list.m3u8"]);
    }

    [Fact]
    public async Task Playlist_behind_the_fence_is_not_opened()
    {
        await _clips.MakeAsync("clip.ts", [.. Clips.Film, "-f", "mpegts"]);
        await File.WriteAllTextAsync(_clips["list.m3u8"], "#EXTM3U\n#EXT-X-TARGETDURATION:2\n#EXTINF:2,\nclip.ts\n#EXT-X-ENDLIST\n", Stop);
        string[] show = ["-v", "error", "-show_format"];
        var patience = TimeSpan.FromSeconds(20);

        (await _clips.Process.RunAsync(MediaTool.Ffprobe, [.. show, "-i", _clips["list.m3u8"]], patience, Stop)).ShouldContain("format_name=hls");
        var refused = await Should.ThrowAsync<MediaException>(
            () => _clips.Process.RunAsync(MediaTool.Ffprobe, [.. show, .. MediaArguments.Input(_clips["list.m3u8"])], patience, Stop));
        refused.ToolOutput.ShouldContain("not on whitelist");
    }

    [Theory]
    [InlineData("png", 33)]
    [InlineData("jpg", 20)]
    [InlineData("flac", 42)]
    [InlineData("avi", 12)]
    [InlineData("ogg", 4)]
    public async Task Video_behind_the_header_of_something_else_is_not_media(string header, int length)
    {
        var bytes = (await Clips.OfAsync(header))[..length].Concat(await Clips.OfAsync("mp4")).ToArray();

        await NotMediaAsync(await _clips.SaveAsync("a." + header, bytes));
    }

    private async Task NotMediaAsync(string path) =>
        (await Should.ThrowAsync<MediaException>(() => _ffprobe.ProbeAsync(path, Stop))).Failure.ShouldBe(MediaFailure.NotMedia);

    public void Dispose() => _clips.Dispose();
}
