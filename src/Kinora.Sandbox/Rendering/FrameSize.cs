using System.Globalization;

namespace Kinora.Sandbox.Rendering;

/// <summary>The size of a video, from the words in which models take ratio and resolution.</summary>
internal static class FrameSize
{
    private const int UsualShortSide = 720;
    private const int MaxLongSide = 4096;
    private const int FastLongSide = 160;
    private const double MaxRatio = 4;

    /// <param name="picture">Decides the ratio when none is asked for.</param>
    /// <param name="fast">Long side 160, whatever the resolution.</param>
    public static (int Width, int Height) For(string? ratio, string? resolution, Picture? picture, bool fast)
    {
        var shape = Math.Clamp(Ratio(ratio) ?? (picture is null ? 16 / 9.0 : picture.Width / (double)picture.Height), 1 / MaxRatio, MaxRatio);
        var longest = fast ? FastLongSide : MaxLongSide;
        var longSide = fast ? FastLongSide : Math.Min(longest, ShortSide(resolution) * Math.Max(shape, 1 / shape));
        return shape >= 1 ? (Even(longSide), Even(longSide / shape)) : (Even(longSide * shape), Even(longSide));
    }

    private static double? Ratio(string? ratio) => ratio?.Trim().ToUpperInvariant() switch
    {
        "LANDSCAPE" => 16 / 9.0,
        "PORTRAIT" => 9 / 16.0,
        "SQUARE" => 1,
        { } text when text.Split(':') is [var wide, var high] && Number(wide) is { } w && Number(high) is { } h => w / h,
        _ => null,
    };

    private static double ShortSide(string? resolution) => resolution?.Trim().ToUpperInvariant() switch
    {
        "STANDARD" => 720,
        "HIGH" => 1080,
        "2K" => 1440,
        "4K" => 2160,
        { } text when Number(text.TrimEnd('P')) is { } lines => Math.Clamp(lines, 120, 2160),
        _ => UsualShortSide,
    };

    private static double? Number(string text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && value > 0 ? value : null;

    private static int Even(double pixels) => Math.Max(2, (int)Math.Round(pixels / 2) * 2);
}
