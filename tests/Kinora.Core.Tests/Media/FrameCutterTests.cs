using Kinora.Core.Media;

namespace Kinora.Core.Tests.Media;

public sealed class FrameCutterTests : IDisposable
{
    private readonly Clips _clips = new();
    private readonly Ffprobe _ffprobe;
    private readonly FrameCutter _cutter;

    public FrameCutterTests() => (_ffprobe, _cutter) = (new(_clips.Process), new(_clips.Process));

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(0.0, 0)]
    [InlineData(0.04, 0)]
    [InlineData(0.05, 1)]
    [InlineData(1.2, 24)]
    [InlineData(1.24, 24)]
    [InlineData(1.26, 25)]
    [InlineData(null, 25)]
    public async Task Frame_is_the_one_that_is_seen_at_the_time_at_full_size(double? at, int number)
    {
        // Each frame, 20 of them a second, is brighter than the one before it.
        var video = await _clips.MakeAsync("clip.mp4", "-f", "lavfi", "-i", "color=black:s=1600x96:r=20:d=1.3,format=yuv420p,geq=lum='20+8*N':cb=128:cr=128", "-crf", "1", "-g", "100");

        await _cutter.CutAsync(video, await _ffprobe.ProbeAsync(video, Stop), at, _clips["frame"], Stop);

        var frame = await _ffprobe.ProbeAsync(_clips["frame"], Stop);
        (frame.ContentType, frame.Width, frame.Height).ShouldBe(("image/jpeg", 1600, 96));
        ((await BrightnessAsync(_clips["frame"]) * 219 / 255.0 - 4) / 8).ShouldBe(number, 0.4);
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(null)]
    public async Task Single_frame_of_a_video_is_its_first_and_its_last(double? at)
    {
        var video = await _clips.MakeAsync("clip.mp4", "-f", "lavfi", "-i", "color=white:s=64x36:r=1:d=1");

        await _cutter.CutAsync(video, await _ffprobe.ProbeAsync(video, Stop), at, _clips["frame"], Stop);

        (await BrightnessAsync(_clips["frame"])).ShouldBeGreaterThan(240);
    }

    private async Task<int> BrightnessAsync(string picture)
    {
        var raw = await _clips.MakeAsync("pixel.raw", "-i", picture, "-vf", "scale=1:1:flags=area,format=rgb24", "-f", "rawvideo");
        return (await File.ReadAllBytesAsync(raw, Stop))[0];
    }

    public void Dispose() => _clips.Dispose();
}
