namespace Kinora.Sandbox.Time;

/// <summary>The sandbox's own time: that of the system, and what it was moved ahead. Timers fire when their moment has come on it.</summary>
internal sealed class SandboxClock(TimeProvider system) : TimeProvider
{
    /// <summary>Far enough for every expiry that there is, near enough that no sum overflows.</summary>
    public static readonly TimeSpan MostAhead = TimeSpan.FromDays(3650);

    private readonly TimeProvider _system = system;
    private readonly Lock _gate = new();
    private readonly HashSet<ShiftedTimer> _timers = [];
    private TimeSpan _ahead;

    /// <summary>How far it is ahead of the system's clock.</summary>
    public TimeSpan Ahead
    {
        get
        {
            lock (_gate) return _ahead;
        }
    }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => _system.GetUtcNow() + Ahead;

    public override long GetTimestamp() => _system.GetElapsedTime(0, _system.GetTimestamp()).Ticks + Ahead.Ticks;

    /// <summary>Moves it ahead and fires what falls due; false when that is no step ahead, or more than <see cref="MostAhead"/> in all.</summary>
    public bool TryAdvance(TimeSpan by)
    {
        lock (_gate)
        {
            if (by < TimeSpan.Zero || by > MostAhead - _ahead) return false;
            _ahead += by;
            foreach (var timer in _timers) timer.Rearm(_ahead);
            return true;
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ShiftedTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    private sealed class ShiftedTimer : ITimer
    {
        private readonly SandboxClock _clock;
        private readonly ITimer _timer;
        private DateTimeOffset? _due;
        private TimeSpan _period;

        public ShiftedTimer(SandboxClock clock, TimerCallback callback, object? state)
        {
            _clock = clock;
            _timer = clock._system.CreateTimer(
                _ =>
                {
                    Fired();
                    callback(state);
                },
                null,
                Timeout.InfiniteTimeSpan,
                Timeout.InfiniteTimeSpan);
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (_clock._gate)
            {
                _period = period;
                _due = dueTime == Timeout.InfiniteTimeSpan ? null : _clock._system.GetUtcNow() + _clock._ahead + dueTime;
                if (_due is null) _clock._timers.Remove(this);
                else _clock._timers.Add(this);
                return _timer.Change(dueTime, Timeout.InfiniteTimeSpan);
            }
        }

        /// <summary>Waits for what is left until its moment.</summary>
        public void Rearm(TimeSpan ahead)
        {
            if (_due is not { } due) return;
            var left = due - (_clock._system.GetUtcNow() + ahead);
            _timer.Change(left > TimeSpan.Zero ? left : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        }

        public void Dispose()
        {
            lock (_clock._gate) _clock._timers.Remove(this);
            _timer.Dispose();
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }

        private void Fired()
        {
            lock (_clock._gate)
            {
                if (_period <= TimeSpan.Zero)
                {
                    _due = null;
                    _clock._timers.Remove(this);
                    return;
                }

                _due = _clock._system.GetUtcNow() + _clock._ahead + _period;
                _timer.Change(_period, Timeout.InfiniteTimeSpan);
            }
        }
    }
}
