namespace KieAi;

/// <summary>How to wait for a task.</summary>
public sealed record KieWaitOptions
{
    private static readonly TimeSpan LongestBudget = TimeSpan.FromDays(14);

    /// <summary>
    /// How long to wait in all. Default 15 minutes, as KIE advises; at most 14 days, after which KIE has forgotten the task. When it is used up,
    /// a last read is made that may take 10 s.
    /// </summary>
    public TimeSpan Budget
    {
        get;
        init => field = value >= TimeSpan.Zero && value <= LongestBudget
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "Budget must be between zero and 14 days.");
    } = TimeSpan.FromMinutes(15);

    /// <summary>
    /// From the time waited so far to the time until the next read; less than 100 ms counts as 100 ms. Default <see cref="DocumentedCadence"/>
    /// for tasks, 25 s for Veo upgrades.
    /// </summary>
    public Func<TimeSpan, TimeSpan>? Cadence { get; init; }

    /// <summary>How long from the start KIE may answer that there is no record yet (code 422). Default 30 s.</summary>
    public TimeSpan RecordGrace { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a task that is called a success may name no result before it counts as failed. Default 1 minute.</summary>
    public TimeSpan ResultGrace { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>What KIE's page on reading tasks advises: every 2 to 3 s in the first half minute, then 5 to 10 s, after two minutes 15 to 30 s.</summary>
    public static TimeSpan DocumentedCadence(TimeSpan elapsed) => elapsed.TotalSeconds switch
    {
        < 30 => TimeSpan.FromSeconds(2.5),
        < 120 => TimeSpan.FromSeconds(7.5),
        _ => TimeSpan.FromSeconds(20),
    };

    /// <summary>Every 20 to 30 s is what KIE's pages on 1080p and 4K advise.</summary>
    internal static TimeSpan UpgradeCadence(TimeSpan elapsed) => TimeSpan.FromSeconds(25);
}
