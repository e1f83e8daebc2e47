namespace Kinora.Core.Providers;

/// <summary>Lets at most <paramref name="most"/> calls pass in any <paramref name="window"/>; the others wait, first come first served.</summary>
/// <remarks>Measured on the monotonic clock: a wall clock that is set back must not close it.</remarks>
#pragma warning disable CA1001 // A semaphore has something to dispose only once its wait handle was asked for.
internal sealed class RateBudget(int most, TimeSpan window, TimeProvider time)
#pragma warning restore CA1001
{
    private readonly SemaphoreSlim _turn = new(1);
    private readonly Queue<long> _passed = [];

    /// <summary>Completes when a call may be made now.</summary>
    public async Task WaitAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            while (Take() is { } wait) await Task.Delay(wait, time, cancellationToken);
        }
        finally
        {
            _turn.Release();
        }
    }

    private TimeSpan? Take()
    {
        while (_passed.TryPeek(out var oldest) && time.GetElapsedTime(oldest) >= window) _passed.Dequeue();
        if (_passed.Count >= most)
        {
            var wait = window - time.GetElapsedTime(_passed.Peek());
            return wait > TimeSpan.Zero ? wait : TimeSpan.Zero;
        }

        _passed.Enqueue(time.GetTimestamp());
        return null;
    }
}
