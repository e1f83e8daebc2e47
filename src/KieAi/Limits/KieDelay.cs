namespace KieAi;

/// <summary>Delays that never end early: the framework cuts fractions of a millisecond off, and a loop would spin through the last one.</summary>
internal static class KieDelay
{
    public static Task ForAsync(TimeSpan time, TimeProvider clock, CancellationToken cancellationToken) =>
        Task.Delay(TimeSpan.FromMilliseconds(Math.Ceiling(time.TotalMilliseconds)), clock, cancellationToken);
}
