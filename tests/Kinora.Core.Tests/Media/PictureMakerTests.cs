using Kinora.Core.Media;
using Microsoft.Extensions.Logging.Abstractions;

namespace Kinora.Core.Tests.Media;

public sealed class PictureMakerTests : IDisposable
{
    private readonly Clips _clips = new();
    private readonly Ffprobe _ffprobe;
    private readonly PictureMaker _pictures;

    public PictureMakerTests()
    {
        _ffprobe = new Ffprobe(_clips.Process);
        _pictures = new PictureMaker(_clips.Process, NullLogger<PictureMaker>.Instance);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task All_pictures_have_the_sizes_that_are_promised()
    {
        var made = await MakeAsync("-f", "lavfi", "-i", "testsrc2=s=1920x1080:r=12:d=4", "-f", "lavfi", "-i", "sine=d=4", "-preset", "ultrafast");

        await StillShouldBeAsync(made.Poster, 1280, 720);
        await StillShouldBeAsync(made.FirstFrame, 1280, 720);
        await StillShouldBeAsync(made.LastFrame, 1280, 720);
        await StillShouldBeAsync(made.Filmstrip, 1600, 90);
        made.Strip.ShouldBe(new Filmstrip(10, 160, 90));
        var preview = await _ffprobe.ProbeAsync(made.Preview.ShouldNotBeNull(), Stop);
        (preview.ContentType, preview.Width, preview.Height, preview.VideoCodec, preview.AudioCodec).ShouldBe(("video/mp4", 480, 270, "h264", null));
        preview.DurationSeconds.ShouldBeInRange(2.5, 3);
        new FileInfo(made.Preview!).Length.ShouldBeLessThan(300_000);
    }

    [Theory]
    [InlineData("64x96", 24, 2.0)]
    [InlineData("62x36", 10, 0.1)]
    [InlineData("36x64", 5, 0.4)]
    public async Task Small_and_short_videos_have_them_too_and_are_not_enlarged(string size, int rate, double seconds)
    {
        var made = await MakeAsync(
            "-f", "lavfi", "-i", FormattableString.Invariant($"testsrc2=s={size}:r={rate}:d={seconds}"), "-pix_fmt", "yuv444p", "-preset", "ultrafast");

        var (width, height) = (int.Parse(size.Split('x')[0]), int.Parse(size.Split('x')[1]));
        await StillShouldBeAsync(made.Poster, width, height);
        await StillShouldBeAsync(made.FirstFrame, width, height);
        await StillShouldBeAsync(made.LastFrame, width, height);
        made.Strip.ShouldNotBeNull().Frames.ShouldBe(10);
        (await _ffprobe.ProbeAsync(made.Preview.ShouldNotBeNull(), Stop)).Width.ShouldBeLessThanOrEqualTo(width);
    }

    [Fact]
    public async Task First_and_last_frame_are_those_and_the_poster_is_not_the_black_beginning()
    {
        var made = await MakeAsync("-f", "lavfi", "-i", "color=white:s=64x36:r=12:d=4,fade=in:st=0.5:d=0.5,drawbox=c=red:t=fill:enable='gte(n,47)'");

        (await BrightnessAsync(made.FirstFrame)).ShouldBeLessThan(40);
        (await BrightnessAsync(made.Poster)).ShouldBeGreaterThan(200);
        (await BrightnessAsync(made.LastFrame)).ShouldBeInRange(50, 120);
    }

    [Fact]
    public async Task Filmstrip_goes_evenly_through_the_video()
    {
        var made = await MakeAsync("-f", "lavfi", "-i", "color=black:s=160x90:r=20:d=5,drawbox=c=white:t=fill:enable='gte(t,2.45)'");

        var frames = await BrightnessAsync(made.Filmstrip.ShouldNotBeNull(), 10);
        frames.Take(5).ShouldAllBe(frame => frame < 60);
        frames.Skip(5).ShouldAllBe(frame => frame > 200);
    }

    [Fact]
    public async Task What_cannot_be_decoded_has_no_pictures_and_leaves_none_behind()
    {
        await File.WriteAllTextAsync(_clips["broken.mp4"], "not a video", Stop);

        var made = await _pictures.MakeAsync(_clips["broken.mp4"], new MediaFacts("video/mp4", 64, 36, 2, 24, "h264", null), _clips["made"], Stop);

        made.ShouldBe(new VideoPictures());
        Directory.GetFiles(_clips.Folder).ShouldBe([_clips["broken.mp4"]]);
    }

    private async Task<VideoPictures> MakeAsync(params string[] video)
    {
        var path = await _clips.MakeAsync("clip.mp4", video);
        return await _pictures.MakeAsync(path, await _ffprobe.ProbeAsync(path, Stop), _clips["made"], Stop);
    }

    private async Task StillShouldBeAsync(string? path, int width, int height)
    {
        var facts = await _ffprobe.ProbeAsync(path.ShouldNotBeNull(), Stop);
        (facts.ContentType, facts.Width, facts.Height).ShouldBe(("image/webp", width, height));
    }

    private async Task<int> BrightnessAsync(string? picture) => (await BrightnessAsync(picture.ShouldNotBeNull(), 1))[0];

    private async Task<byte[]> BrightnessAsync(string picture, int columns)
    {
        var raw = await _clips.MakeAsync("pixel.raw", "-i", picture, "-vf", $"scale={columns}:1:flags=area,format=gray", "-f", "rawvideo");
        return await File.ReadAllBytesAsync(raw, Stop);
    }

    public void Dispose() => _clips.Dispose();
}
