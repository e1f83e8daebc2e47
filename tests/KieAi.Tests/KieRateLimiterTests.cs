namespace KieAi.Tests;

public sealed class KieRateLimiterTests
{
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(10);
    private readonly TwoClocks _time = new();
    private readonly KieRateLimiter _limiter;

    public KieRateLimiterTests() => _limiter = new(new(2, Window), _time);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task At_most_so_many_pass_in_a_window()
    {
        await Task.WhenAll(_limiter.WaitAsync(Stop), _limiter.WaitAsync(Stop));
        var third = _limiter.WaitAsync(Stop);
        _time.Monotonic.Advance(Window - TimeSpan.FromMilliseconds(1));
        third.IsCompleted.ShouldBeFalse();
        _time.Monotonic.Advance(TimeSpan.FromMilliseconds(1));
        await third;
    }

    [Fact]
    public async Task A_wall_clock_that_is_set_back_does_not_close_it()
    {
        await Task.WhenAll(_limiter.WaitAsync(Stop), _limiter.WaitAsync(Stop));
        _time.Wall -= TimeSpan.FromHours(1);
        var third = _limiter.WaitAsync(Stop);
        _time.Monotonic.Advance(Window);
        third.IsCompleted.ShouldBeTrue();
    }

    [Fact]
    public async Task A_newcomer_does_not_pass_those_who_wait()
    {
        await Task.WhenAll(_limiter.WaitAsync(Stop), _limiter.WaitAsync(Stop));
        Task[] waiting = [_limiter.WaitAsync(Stop), _limiter.WaitAsync(Stop)];
        _time.Ahead = Window; // The time is there, but no timer has fired yet.
        var newcomer = _limiter.WaitAsync(Stop);
        newcomer.IsCompleted.ShouldBeFalse();
        _time.Monotonic.Advance(Window);
        await Task.WhenAll(waiting);
        newcomer.IsCompleted.ShouldBeFalse();
    }

    /// <summary>A wall clock that can be set, beside the one that only goes forward.</summary>
    private sealed class TwoClocks : TimeProvider
    {
        public FakeClock Monotonic { get; } = new();
        public TimeSpan Wall { get; set; }
        public TimeSpan Ahead { get; set; }
        public override long TimestampFrequency => Monotonic.TimestampFrequency;
        public override DateTimeOffset GetUtcNow() => Monotonic.GetUtcNow() + Wall + Ahead;
        public override long GetTimestamp() => Monotonic.GetTimestamp() + Ahead.Ticks;
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            Monotonic.CreateTimer(callback, state, dueTime, period);
    }
}
