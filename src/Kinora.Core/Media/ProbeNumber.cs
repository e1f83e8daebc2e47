using System.Globalization;

namespace Kinora.Core.Media;

/// <summary>Reads the numbers that ffprobe prints.</summary>
internal static class ProbeNumber
{
    /// <summary>0 for what is no number above 0.</summary>
    public static double Positive(string? text) => Read(text) is > 0 and var value ? value : 0;

    /// <summary>Such as <c>30000/1001</c>; 0 for what is none.</summary>
    public static double Ratio(string? text) =>
        text?.Split('/') is [var over, var under] && Positive(under) is > 0 and var divisor ? Positive(over) / divisor : Positive(text);

    /// <summary>Null for what is no number, such as <c>N/A</c>.</summary>
    public static double? Read(ReadOnlySpan<char> text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value) ? value : null;
}
