namespace Kinora.Core.Providers;

/// <summary>Lets at most <paramref name="most"/> calls pass in any <paramref name="window"/>; the others wait their turn.</summary>
internal sealed class RateBudget(int most, TimeSpan window, TimeProvider time)
{
    private readonly Lock _gate = new();
    private readonly Queue<DateTimeOffset> _passed = [];

    /// <summary>Completes when a call may be made now.</summary>
    public async Task WaitAsync(CancellationToken cancellationToken)
    {
        while (Take() is { } wait) await Task.Delay(wait, time, cancellationToken);
    }

    private TimeSpan? Take()
    {
        lock (_gate)
        {
            var now = time.GetUtcNow();
            while (_passed.TryPeek(out var oldest) && oldest + window <= now) _passed.Dequeue();
            if (_passed.Count >= most) return _passed.Peek() + window - now;
            _passed.Enqueue(now);
            return null;
        }
    }
}
