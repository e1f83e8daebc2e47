using Kinora.Core.Media;

namespace Kinora.Core.Catalog;

/// <summary>Checks measured files against what a model takes.</summary>
internal static class MediaLimits
{
    /// <summary>The longest input where a model documents no limit, in seconds.</summary>
    public const decimal LongestSeconds = 600;

    /// <summary>Containers round lengths; a clip cut to 10 s may measure 10.04.</summary>
    public const decimal Tolerance = 0.1m;

    /// <summary>What a file should be instead, such as <c>at most 10 MB; this has 12.4 MB</c>; null when it will do.</summary>
    public static string? Fault(ParameterEntry limits, MediaKind kind, MediaMeasure measure)
    {
        var (facts, megabytes) = (measure.Facts, measure.Bytes / 1_048_576m);
        if (MediaKinds.Of(facts.ContentType) != kind) return $"a {MediaKinds.Word(kind)}; this is {facts.ContentType}";
        if (limits.ContentTypes is { } types && !types.Exists(type => ContentType.AreSame(type, facts.ContentType)))
            return $"{Words.Or([.. types.Select(ContentType.Standard).Distinct()])}; this is {facts.ContentType}";
        if (megabytes > limits.MaxMegabytes) return $"at most {limits.MaxMegabytes} MB; this has {megabytes:0.0} MB";
        if (kind is not MediaKind.Sound && Frame(limits, facts) is { } frame) return frame;
        if (kind is MediaKind.Picture) return null;
        var seconds = measure.Seconds;
        if (seconds > (limits.MaxSeconds ?? LongestSeconds) + Tolerance)
            return $"at most {limits.MaxSeconds ?? LongestSeconds:0.##} s long; this has {seconds:0.0} s";
        return seconds < limits.MinSeconds - Tolerance ? $"at least {limits.MinSeconds:0.##} s long; this has {seconds:0.0} s" : null;
    }

    private static string? Frame(ParameterEntry limits, MediaFacts facts)
    {
        var (shorter, longer) = (Math.Min(facts.Width, facts.Height), Math.Max(facts.Width, facts.Height));
        if (shorter < limits.MinSide) return $"at least {limits.MinSide} pixels on each side; this has {Size()}";
        if (longer > limits.MaxSide) return $"at most {limits.MaxSide} pixels on a side; this has {Size()}";
        var pixels = (decimal)facts.Width * facts.Height;
        if (pixels < limits.MinPixels) return $"at least {limits.MinPixels:N0} pixels in all; this has {pixels:N0}";
        if (pixels > limits.MaxPixels) return $"at most {limits.MaxPixels:N0} pixels in all; this has {pixels:N0}";
        var ratio = facts.Height == 0 ? 0 : (decimal)facts.Width / facts.Height;
        if (ratio < limits.MinRatio) return $"at least {limits.MinRatio:0.##} times as wide as high; this has {Size()}";
        if (ratio > limits.MaxRatio) return $"at most {limits.MaxRatio:0.##} times as wide as high; this has {Size()}";
        if (facts.FrameRate <= 0) return null;
        var rate = (decimal)Math.Clamp(facts.FrameRate, 0, 10_000);
        if (rate < limits.MinFrameRate) return $"at least {limits.MinFrameRate} frames per second; this has {rate:0.##}";
        return rate > limits.MaxFrameRate ? $"at most {limits.MaxFrameRate} frames per second; this has {rate:0.##}" : null;

        string Size() => $"{facts.Width} × {facts.Height}";
    }
}
