namespace Kinora.Testing;

/// <summary>The system's clock, ahead by as much as a test says. Timers run as ever: days pass without what happens every second of them.</summary>
public sealed class ShiftedClock : TimeProvider
{
    private long _ticks;

    public TimeSpan Ahead
    {
        get => new(Interlocked.Read(ref _ticks));
        set => Interlocked.Exchange(ref _ticks, value.Ticks);
    }

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + Ahead;
}
