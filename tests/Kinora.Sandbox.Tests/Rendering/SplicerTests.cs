using Kinora.Core.Media;
using Kinora.Sandbox.Rendering;

namespace Kinora.Sandbox.Tests.Rendering;

public sealed class SplicerTests : IDisposable
{
    private readonly Studio _studio = new();
    private readonly MediaProcess _process = new(TimeProvider.System);

    [Fact]
    public async Task Continuation_follows_in_the_size_of_what_it_continues_with_its_own_sound()
    {
        var (first, second) = (await _studio.VideoAsync("color=red:s=160x90:r=24", 2), await _studio.VideoAsync("color=blue:s=320x320:r=24", 1, sound: true));

        await new Splicer(_process).JoinAsync(first, second, _studio["whole.mp4"], TestContext.Current.CancellationToken);

        var facts = await _studio.ProbeAsync(_studio["whole.mp4"]);
        (facts.Width, facts.Height, facts.AudioCodec).ShouldBe((160, 90, "aac"));
        facts.DurationSeconds.ShouldBe(3, 0.1);
        (await _studio.LookAsync(_studio["whole.mp4"], 1.9))[0].ShouldBeGreaterThan((byte)200);
        (await _studio.LookAsync(_studio["whole.mp4"], 2.1))[2].ShouldBeGreaterThan((byte)200);
        var loudness = await _studio.LoudnessAsync(_studio["whole.mp4"]);
        loudness.Take(38).Max().ShouldBeLessThan(100);
        loudness.Skip(42).Take(15).Min().ShouldBeGreaterThan(1000);
    }

    public void Dispose()
    {
        _process.Dispose();
        _studio.Dispose();
    }
}
