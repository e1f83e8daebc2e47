namespace Kinora.Testing;

/// <summary>The system's clock, moved ahead as a test says. Timers run as ever, so that nothing times out for it.</summary>
public sealed class JumpingClock : TimeProvider
{
    private long _ahead;

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow().AddTicks(Volatile.Read(ref _ahead));

    public void Jump(TimeSpan by) => Interlocked.Add(ref _ahead, by.Ticks);
}
