using Kinora.Core.Media;

namespace Kinora.Core.Tests.Media;

public sealed class ClipCutterTests : IDisposable
{
    private const long Roomy = 10_000_000;
    private readonly Clips _clips = new();
    private readonly Ffprobe _ffprobe;
    private readonly ClipCutter _cutter;

    public ClipCutterTests() => (_ffprobe, _cutter) = (new(_clips.Process), new(_clips.Process));

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(0.0, 1.0, 0, 20)]
    [InlineData(0.35, 0.8, 7, 9)]
    [InlineData(1.2, 1.3, 24, 2)]
    public async Task Part_begins_and_ends_at_the_frame_that_is_meant(double start, double end, int first, int frames)
    {
        // Each frame, 20 of them a second, is brighter than the one before it; only the first is a key frame.
        var video = await _clips.MakeAsync("clip.mp4", "-f", "lavfi", "-i", "color=black:s=64x36:r=20:d=1.3,format=yuv420p,geq=lum='20+8*N':cb=128:cr=128", "-crf", "1", "-g", "100");

        await _cutter.CutAsync(video, start, end, Roomy, _clips["part.mp4"], Stop);

        var raw = await _clips.MakeAsync("part.raw", "-i", _clips["part.mp4"], "-vf", "scale=1:1:flags=area,format=rgb24", "-fps_mode", "passthrough", "-f", "rawvideo");
        var pixels = await File.ReadAllBytesAsync(raw, Stop);
        (pixels.Length / 3).ShouldBe(frames);
        ((pixels[0] * 219 / 255.0 - 4) / 8).ShouldBe(first, 0.5);
    }

    [Fact]
    public async Task Sound_and_size_are_kept_with_sides_that_are_even()
    {
        var video = await _clips.MakeAsync("clip.mkv", ["-f", "lavfi", "-i", "testsrc2=s=63x35:r=10:d=2", .. Clips.Tone, "-c:v", "ffv1"]);

        await _cutter.CutAsync(video, 0.5, 1.5, Roomy, _clips["part"], Stop);

        var part = await _ffprobe.ProbeAsync(_clips["part"], Stop);
        (part.ContentType, part.Width, part.Height, part.VideoCodec, part.AudioCodec).ShouldBe(("video/mp4", 62, 34, "h264", "aac"));
        part.DurationSeconds.ShouldBe(1, 0.1);
    }

    [Fact]
    public async Task Part_is_broken_off_at_the_size_that_it_may_have()
    {
        var video = await _clips.MakeAsync("clip.mp4", "-f", "lavfi", "-i", "testsrc2=s=640x360:r=24:d=4");

        await _cutter.CutAsync(video, 0, 4, 100_000, _clips["part"], Stop);

        new FileInfo(_clips["part"]).Length.ShouldBeLessThan(200_000);
    }

    public void Dispose() => _clips.Dispose();
}
