namespace Kinora.Core.Credits;

/// <summary>How the charge is worked out from what was made, where the quote was only an upper bound.</summary>
/// <param name="Fixed">Credits that do not depend on it.</param>
/// <param name="PerSecond">Credits for each second of the finished video, in whole seconds; 0 when its length does not matter.</param>
/// <param name="PerUpstreamCredit">Credits for each credit that the provider says it charged; 0 when that does not matter.</param>
public sealed record QuoteMeter(decimal Fixed, decimal PerSecond, decimal PerUpstreamCredit)
{
    /// <summary>More than any bill, and longer than any video: what lies beyond is charged as much, and no product of it overflows.</summary>
    private const int MostUpstream = 1_000_000_000, LongestSeconds = 100_000;

    /// <summary>The charge, in whole credits: at least one, never more than was held.</summary>
    /// <param name="held">The quote's upper bound, which is charged where the facts are missing.</param>
    /// <param name="seconds">The measured length of the video.</param>
    /// <param name="upstreamCredits">What the provider says that it charged; null when it does not say.</param>
    public long Charge(long held, double seconds, decimal? upstreamCredits)
    {
        if ((PerUpstreamCredit > 0 && upstreamCredits is null) || (PerSecond > 0 && !(seconds > 0))) return held;
        var length = seconds > 0 ? Math.Max(1, Math.Round((decimal)Math.Min(seconds, LongestSeconds), MidpointRounding.AwayFromZero)) : 0;
        var exact = Fixed + (PerSecond * length) + (PerUpstreamCredit * Math.Clamp(upstreamCredits ?? 0, 0, MostUpstream));
        return (long)Math.Clamp(decimal.Ceiling(exact), 1, held);
    }
}
