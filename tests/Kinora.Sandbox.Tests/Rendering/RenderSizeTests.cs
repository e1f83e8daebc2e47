using Kinora.Sandbox.Rendering;

namespace Kinora.Sandbox.Tests.Rendering;

public sealed class RenderSizeTests
{
    [Theory]
    [InlineData("16:9", "720p", 1280, 720)]
    [InlineData("9:16", "720p", 720, 1280)]
    [InlineData("1:1", "720p", 720, 720)]
    [InlineData("3:2", "720p", 1080, 720)]
    [InlineData("2:3", "480p", 480, 720)]
    [InlineData("16:9", "480p", 854, 480)]
    [InlineData("16:9", "1080p", 1920, 1080)]
    [InlineData("9:16", "1080P", 1080, 1920)]
    [InlineData("16:9", "768P", 1366, 768)]
    [InlineData("16:9", "4k", 3840, 2160)]
    [InlineData("16:9", "2K", 2560, 1440)]
    [InlineData("landscape", "standard", 1280, 720)]
    [InlineData("portrait", "high", 1080, 1920)]
    [InlineData("21:9", "720p", 1680, 720)]
    [InlineData(null, null, 1280, 720)]
    [InlineData("Auto", "720p", 1280, 720)]
    [InlineData("nonsense", "nonsense", 1280, 720)]
    [InlineData("1000:1", "4k", 4096, 1024)]
    [InlineData("0:0", "0p", 1280, 720)]
    public void Size_follows_ratio_and_resolution(string? ratio, string? resolution, int width, int height) =>
        RenderSize.For(ratio, resolution, null, fast: false).ShouldBe((width, height));

    [Theory]
    [InlineData("Auto", 1080, 720)]
    [InlineData(null, 1080, 720)]
    [InlineData("1:1", 720, 720)]
    public void Picture_decides_the_ratio_when_none_is_asked_for(string? ratio, int width, int height) =>
        RenderSize.For(ratio, "720p", new Picture("", "image/png", 300, 200), fast: false).ShouldBe((width, height));

    [Theory]
    [InlineData(null, null, 1280, 720)]
    [InlineData(null, "1", 640, 360)]
    [InlineData(null, "4", 2560, 1440)]
    [InlineData(null, "8", 4096, 2304)]
    [InlineData("1080p", null, 1920, 1080)]
    [InlineData("4k", "1", 3840, 2160)]
    public void Enlarged_video_keeps_its_ratio(string? resolution, string? times, int width, int height) =>
        RenderSize.Enlarged(new Footage("", 640, 360, 5, HasSound: false), resolution, times, fast: false).ShouldBe((width, height));

    [Fact]
    public void Size_in_fast_mode_keeps_the_ratio_and_is_even() =>
        RenderSize.For("9:16", "4k", null, fast: true).ShouldBe((90, 160));
}
