using System.Globalization;

namespace Kinora.Core.Catalog;

/// <summary>Width and height of a video in pixels, as other APIs ask for both at once, and what is nearest to it in a model's own words.</summary>
public sealed record FrameSize(int Width, int Height)
{
    private const int Longest = 16_384;

    /// <summary>Reads <c>1280x720</c>; each side from 16 to 16,384.</summary>
    public static FrameSize? Read(string? text)
    {
        if (text?.IndexOfAny(['x', 'X', '×', '*']) is not (> 0 and var cross)) return null;
        return Side(text.AsSpan(0, cross)) is { } width && Side(text.AsSpan(cross + 1)) is { } height ? new(width, height) : null;
    }

    /// <summary>What a ratio such as <c>16:9</c> and a resolution such as <c>720p</c> usually mean; null where they say nothing certain.</summary>
    public static FrameSize? Of(string? ratio, string? resolution)
    {
        if (RatioOf(ratio) is not { } wanted || LinesOf(resolution) is not { } lines) return null;
        var other = (int)Math.Round(lines * Math.Max(wanted, 1 / wanted) / 2) * 2;
        return wanted >= 1 ? new(other, (int)lines) : new((int)lines, other);
    }

    /// <summary>Width by height of <c>16:9</c>, <c>landscape</c> (16:9), <c>portrait</c> (9:16) or <c>square</c>; null for other words.</summary>
    public static double? RatioOf(string? text) => text?.Trim().ToUpperInvariant() switch
    {
        "LANDSCAPE" => 16 / 9.0,
        "PORTRAIT" => 9 / 16.0,
        "SQUARE" => 1,
        { } ratio when ratio.Split(':') is [var wide, var high] && Number(wide) is { } width && Number(high) is { } height => width / height,
        _ => null,
    };

    /// <summary>
    /// The shorter side of <c>720p</c> or <c>720</c>, <c>2K</c> (1440), <c>4K</c> (2160), Sora's <c>standard</c> (720) and <c>high</c> (1080);
    /// null for other words.
    /// </summary>
    public static double? LinesOf(string? text) => text?.Trim().ToUpperInvariant() switch
    {
        "STANDARD" => 720,
        "HIGH" => 1080,
        "2K" => 1440,
        "4K" => 2160,
        { } lines => Number(lines.TrimEnd('P')),
        _ => null,
    };

    /// <summary>The choice whose shape is nearest; null where none of them is a ratio.</summary>
    public string? NearestRatio(IEnumerable<string> choices)
    {
        var wanted = Math.Log((double)Width / Height);
        return choices.Where(one => RatioOf(one) is not null).MinBy(one => Math.Round(Math.Abs(Math.Log(RatioOf(one)!.Value) - wanted), 6));
    }

    /// <summary>The choice whose shorter side is nearest; null where none of them is a number of lines.</summary>
    public string? NearestResolution(IEnumerable<string> choices)
    {
        var wanted = Math.Min(Width, Height);
        return choices.Where(one => LinesOf(one) is not null).MinBy(one => Math.Abs(LinesOf(one)!.Value - wanted));
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Width}x{Height}");

    private static int? Side(ReadOnlySpan<char> text) =>
        int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var side) && side is >= 16 and <= Longest ? side : null;

    private static double? Number(ReadOnlySpan<char> text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number is > 0 and < 100_000 ? number : null;
}
