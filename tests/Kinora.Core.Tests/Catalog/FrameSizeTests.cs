using Kinora.Core.Catalog;

namespace Kinora.Core.Tests.Catalog;

public sealed class FrameSizeTests
{
    [Theory]
    [InlineData("1280x720", 1280, 720)]
    [InlineData("1024X1792", 1024, 1792)]
    [InlineData("720 × 1280", 720, 1280)]
    public void Size_is_read_as_width_and_height(string text, int width, int height) => FrameSize.Read(text).ShouldBe(new(width, height));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("x720")]
    [InlineData("1280x")]
    [InlineData("1280x720x2")]
    [InlineData("-1280x720")]
    [InlineData("8x8")]
    [InlineData("99999x720")]
    [InlineData("1280")]
    public void Text_that_is_no_size_is_none(string? text) => FrameSize.Read(text).ShouldBeNull();

    [Theory]
    [InlineData(720, 1280, "9:16", "720p")]
    [InlineData(1792, 1024, "16:9", "1080p")]
    [InlineData(1000, 1000, "1:1", "1080p")]
    [InlineData(854, 480, "16:9", "720p")]
    [InlineData(3840, 2160, "16:9", "4K")]
    [InlineData(2000, 100, "21:9", "720p")]
    public void Nearest_choices_are_found_by_shape_and_by_the_shorter_side(int width, int height, string ratio, string resolution)
    {
        var size = new FrameSize(width, height);
        size.NearestRatio(["auto", "16:9", "9:16", "1:1", "21:9"]).ShouldBe(ratio);
        size.NearestResolution(["720p", "1080p", "4K"]).ShouldBe(resolution);
    }

    [Fact]
    public void Choices_that_are_no_sizes_are_near_to_nothing()
    {
        new FrameSize(720, 1280).NearestRatio(["auto", "adaptive"]).ShouldBeNull();
        new FrameSize(720, 1280).NearestResolution(["auto", "0p", "p"]).ShouldBeNull();
    }

    [Theory]
    [InlineData("16:9", "720p", "1280x720")]
    [InlineData("9:16", "1080p", "1080x1920")]
    [InlineData("1:1", "4k", "2160x2160")]
    [InlineData("landscape", "2K", "2560x1440")]
    [InlineData("Portrait", "high", "1080x1920")]
    [InlineData("auto", "720p", null)]
    [InlineData("16:9", null, null)]
    public void Ratio_and_resolution_mean_a_size(string ratio, string? resolution, string? size) =>
        (FrameSize.Of(ratio, resolution)?.ToString()).ShouldBe(size);
}
