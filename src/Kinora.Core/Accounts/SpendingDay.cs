namespace Kinora.Core.Accounts;

/// <summary>The days by which spending is counted: those of UTC, numbered from 1970 on.</summary>
public static class SpendingDay
{
    private const long Milliseconds = 24 * 60 * 60 * 1000;

    public static long Of(DateTimeOffset moment) => Math.Max(0, moment.ToUnixTimeMilliseconds()) / Milliseconds;

    public static DateTimeOffset Start(long day) => DateTimeOffset.FromUnixTimeMilliseconds(day * Milliseconds);

    /// <summary>Until the next day begins.</summary>
    public static TimeSpan Rest(DateTimeOffset moment) => Start(Of(moment) + 1) - moment;
}
