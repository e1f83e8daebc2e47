using System.Globalization;
using Kinora.Core.Catalog;

namespace Kinora.Sandbox.Rendering;

/// <summary>The size of a video, from the words in which models take ratio and resolution.</summary>
internal static class RenderSize
{
    private const int UsualShortSide = 720;
    private const int MaxLongSide = 4096;
    private const int FastLongSide = 160;
    private const double MaxRatio = 4;

    /// <param name="first">What is shown first; it decides the ratio when none is asked for.</param>
    /// <param name="fast">Long side 160, whatever the resolution.</param>
    public static (int Width, int Height) For(string? ratio, string? resolution, Visual? first, bool fast)
    {
        var shape = Math.Clamp(FrameSize.RatioOf(ratio) ?? (first is null ? 16 / 9.0 : first.Width / (double)first.Height), 1 / MaxRatio, MaxRatio);
        var longSide = fast ? FastLongSide : Math.Min(MaxLongSide, (ShortSide(resolution) ?? UsualShortSide) * Math.Max(shape, 1 / shape));
        return Frame(shape, longSide);
    }

    /// <summary>A video enlarged: to a resolution, else so many times, else twice.</summary>
    /// <param name="fast">Long side 320 at most.</param>
    public static (int Width, int Height) Enlarged(Footage video, string? resolution, string? times, bool fast)
    {
        var (longest, shortest) = (Math.Max(video.Width, video.Height), Math.Min(video.Width, video.Height));
        var longSide = ShortSide(resolution) is { } lines ? lines * longest / shortest : longest * Math.Clamp(times is null ? 2 : Number(times) ?? 2, 1, 8);
        return Frame(video.Width / (double)video.Height, Math.Min(fast ? 2 * FastLongSide : MaxLongSide, longSide));
    }

    private static (int Width, int Height) Frame(double shape, double longSide) =>
        shape >= 1 ? (Even(longSide), Even(longSide / shape)) : (Even(longSide * shape), Even(longSide));

    private static double? ShortSide(string? resolution) => FrameSize.LinesOf(resolution) is { } lines ? Math.Clamp(lines, 120, 2160) : null;

    private static double? Number(string text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && value > 0 ? value : null;

    private static int Even(double pixels) => Math.Max(2, (int)Math.Round(pixels / 2) * 2);
}
