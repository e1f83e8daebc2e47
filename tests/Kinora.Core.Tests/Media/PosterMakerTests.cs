using Kinora.Core.Media;

namespace Kinora.Core.Tests.Media;

public sealed class PosterMakerTests : IDisposable
{
    private readonly Clips _clips = new();
    private readonly Ffprobe _ffprobe;
    private readonly PosterMaker _posters;

    public PosterMakerTests()
    {
        _ffprobe = new Ffprobe(_clips.Process);
        _posters = new PosterMaker(_clips.Process, _ffprobe);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("1920x1080", 1280, 720)]
    [InlineData("64x96", 64, 96)]
    public async Task Poster_is_a_webp_that_fits_1280(string size, int width, int height)
    {
        var video = await _clips.MakeAsync("clip.mp4", "-f", "lavfi", "-i", $"testsrc2=s={size}:r=12:d=1", "-preset", "ultrafast");

        await _posters.MakeAsync(video, _clips["poster"], Stop);

        var facts = await _ffprobe.ProbeAsync(_clips["poster"], Stop);
        (facts.ContentType, facts.Width, facts.Height).ShouldBe(("image/webp", width, height));
    }

    [Fact]
    public async Task Poster_of_a_video_that_opens_in_black_is_not_black()
    {
        var video = await _clips.MakeAsync("clip.mp4", "-f", "lavfi", "-i", "color=white:s=64x36:r=12:d=4,fade=in:st=0.5:d=0.5");

        await _posters.MakeAsync(video, _clips["poster"], Stop);

        (await BrightnessAsync(_clips["poster"])).ShouldBeGreaterThan(200);
    }

    [Fact]
    public async Task Poster_of_something_else_is_refused()
    {
        await File.WriteAllTextAsync(_clips["clip.mp4"], "not a video", Stop);

        (await Should.ThrowAsync<MediaException>(() => _posters.MakeAsync(_clips["clip.mp4"], _clips["poster"], Stop)))
            .Failure.ShouldBe(MediaFailure.NotMedia);
    }

    private async Task<int> BrightnessAsync(string picture)
    {
        var raw = await _clips.MakeAsync("pixel.raw", "-i", picture, "-vf", "scale=1:1,format=gray", "-f", "rawvideo");
        return File.ReadAllBytes(raw)[0];
    }

    public void Dispose() => _clips.Dispose();
}
