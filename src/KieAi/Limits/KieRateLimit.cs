namespace KieAi;

/// <summary>At most so many calls in any window of time.</summary>
/// <param name="Calls">At least 1.</param>
/// <param name="Window">More than zero, at most a day.</param>
public sealed record KieRateLimit(int Calls, TimeSpan Window)
{
    /// <summary>What KIE documents for creating tasks: 20 in 10 s, over all keys of an account. One more is dropped with code 429.</summary>
    public static KieRateLimit Submissions { get; } = new(20, TimeSpan.FromSeconds(10));

    /// <summary>What KIE documents for reading tasks: 10 in 1 s for each key.</summary>
    public static KieRateLimit Reads { get; } = new(10, TimeSpan.FromSeconds(1));

    internal bool IsValid => Calls > 0 && Window > TimeSpan.Zero && Window <= TimeSpan.FromDays(1);
}
