namespace Kinora.Core.Webhooks;

/// <summary>When a delivery that was not taken is tried again.</summary>
public static class DeliverySchedule
{
    // The schedule that the Standard Webhooks specification recommends, 1.0.0.
    private static readonly TimeSpan[] Waits =
    [
        TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(2), TimeSpan.FromHours(5),
        TimeSpan.FromHours(10), TimeSpan.FromHours(14), TimeSpan.FromHours(20), TimeSpan.FromHours(24),
    ];

    /// <summary>How often a delivery is tried at most.</summary>
    public static int MostTries => Waits.Length + 1;

    /// <summary>How long to wait after this many tries; null to give it up.</summary>
    /// <param name="asked">By the receiver; heeded up to a day.</param>
    /// <param name="jitter">From 0 to 1: up to a tenth is added, so that what failed together is not sent together.</param>
    public static TimeSpan? After(int tries, TimeSpan? asked, double jitter)
    {
        if (tries >= MostTries) return null;
        var wait = Waits[tries - 1];
        if (Heeded(asked) is { } wish && wish > wait) wait = wish;
        return wait * (1 + jitter / 10);
    }

    /// <summary>What a receiver asked for, at most a day.</summary>
    public static TimeSpan? Heeded(TimeSpan? asked) => asked < Waits[^1] ? asked : asked is null ? null : Waits[^1];
}
