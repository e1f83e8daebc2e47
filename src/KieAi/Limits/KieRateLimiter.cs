namespace KieAi;

/// <summary>Lets calls pass as a <see cref="KieRateLimit"/> allows; the others wait, first come first served.</summary>
/// <remarks>
/// <see cref="KieClient"/> has its own. One for yourself is of use where a limit must be kept by several clients or processes of one
/// account together. Measured on the monotonic clock: a wall clock that is set back does not close it.
/// </remarks>
#pragma warning disable CA1001 // A semaphore has something to dispose only once its wait handle was asked for.
public sealed class KieRateLimiter
#pragma warning restore CA1001
{
    private readonly KieRateLimit _limit;
    private readonly TimeProvider _time;
    private readonly SemaphoreSlim _turn = new(1);
    private readonly Queue<long> _passed = [];

    /// <exception cref="ArgumentException">The limit lets nothing pass.</exception>
    public KieRateLimiter(KieRateLimit limit, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(limit);
        if (!limit.IsValid) throw new ArgumentException("A limit needs at least one call and a window of more than zero and at most a day.", nameof(limit));
        (_limit, _time) = (limit, time ?? TimeProvider.System);
    }

    /// <summary>Completes when a call may be made now. A wait that is cancelled uses up nothing.</summary>
    public async Task WaitAsync(CancellationToken cancellationToken = default)
    {
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            while (Take() is { } wait) await KieDelay.ForAsync(wait, _time, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _turn.Release();
        }
    }

    private TimeSpan? Take()
    {
        while (_passed.TryPeek(out var oldest) && _time.GetElapsedTime(oldest) >= _limit.Window) _passed.Dequeue();
        if (_passed.Count >= _limit.Calls)
        {
            var wait = _limit.Window - _time.GetElapsedTime(_passed.Peek());
            return wait > TimeSpan.Zero ? wait : TimeSpan.Zero;
        }

        _passed.Enqueue(_time.GetTimestamp());
        return null;
    }
}
