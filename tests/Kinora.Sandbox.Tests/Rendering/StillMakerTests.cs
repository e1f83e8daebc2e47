using Kinora.Core.Media;
using Kinora.Sandbox.Rendering;

namespace Kinora.Sandbox.Tests.Rendering;

public sealed class StillMakerTests : IDisposable
{
    private readonly Studio _studio = new();
    private readonly MediaProcess _process = new(TimeProvider.System);

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1.5, 1.5)]
    [InlineData(30, 0)]
    public async Task Still_is_the_frame_at_the_time_or_else_the_first(double asked, double seconds)
    {
        // Each half second has a brightness of its own.
        var video = await _studio.VideoAsync("color=black:s=64x64:r=24,format=gray,geq=lum='20+40*floor(2*T)'", 2.5);

        await new StillMaker(_process).TakeAsync(video.Path, asked, _studio["still.png"], TestContext.Current.CancellationToken);

        Studio.Distance(await _studio.LookAsync(_studio["still.png"]), await _studio.LookAsync(video.Path, seconds)).ShouldBeLessThan(6);
    }

    public void Dispose()
    {
        _process.Dispose();
        _studio.Dispose();
    }
}
