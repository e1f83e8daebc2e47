using System.Globalization;

namespace KieAi;

/// <summary>Moments in the spellings that KIE has for them.</summary>
internal static class KieTimes
{
    /// <summary>Unix milliseconds; null outside of what a date can be.</summary>
    public static DateTimeOffset? OfMilliseconds(long? milliseconds) =>
        milliseconds is > 0 and < 253_402_300_800_000 ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds.Value) : null;

    /// <summary><c>yyyy-MM-dd HH:mm:ss</c> or ISO; UTC where no zone is told, for want of anything better.</summary>
    public static DateTimeOffset? OfText(string? text) => DateTimeOffset.TryParse(
        text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AllowWhiteSpaces, out var time) ? time : null;
}
