using System.Globalization;

namespace Kinora.Sandbox.Time;

/// <summary>Stretches of time as people write them: <c>30s</c>, <c>1.5m</c>, <c>2h</c>, <c>14d</c>, <c>250ms</c>, <c>14.00:00:00</c>.</summary>
internal static class Spell
{
    private static readonly (string Unit, TimeSpan One)[] Units =
    [
        ("ms", TimeSpan.FromMilliseconds(1)), ("s", TimeSpan.FromSeconds(1)), ("m", TimeSpan.FromMinutes(1)),
        ("h", TimeSpan.FromHours(1)), ("d", TimeSpan.FromDays(1)),
    ];

    /// <summary>Null for what is no stretch of time, is negative, or is longer than <paramref name="most"/>.</summary>
    public static TimeSpan? Read(string? text, TimeSpan most)
    {
        text = text?.Trim() ?? "";
        foreach (var (unit, one) in Units)
        {
            if (!text.EndsWith(unit, StringComparison.OrdinalIgnoreCase)) continue;
            if (!decimal.TryParse(text[..^unit.Length], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var count)) continue;
            return count <= most.Ticks / one.Ticks ? TimeSpan.FromTicks((long)(count * one.Ticks)) : null;
        }

        return text.Contains(':') && TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var span) && span >= TimeSpan.Zero && span <= most ? span : null;
    }
}
