namespace Kinora.Core.Providers;

/// <summary>Lets this process's calls pass as a budget allows, first come first served. As many slots are reserved at once as calls wait.</summary>
#pragma warning disable CA1001 // A semaphore has something to dispose only once its wait handle was asked for.
internal sealed class RateGate(RateBudget budget, IRateBudgets budgets, TimeProvider time)
#pragma warning restore CA1001
{
    private readonly SemaphoreSlim _turn = new(1);
    private readonly Queue<long> _slots = [];
    private readonly long _start = time.GetTimestamp();
    private long _latest;
    private int _waiting;

    /// <summary>About how long whoever comes now would wait, as far as this process knows.</summary>
    public TimeSpan ExpectedWait => TimeSpan.FromMilliseconds(
        Math.Max(0, Volatile.Read(ref _latest) - Now()) + budget.Window.TotalMilliseconds * Volatile.Read(ref _waiting) / budget.Calls);

    /// <summary>Completes when a call may be made now. A wait that is cancelled leaves its slot to the next.</summary>
    public Task WaitAsync(CancellationToken cancellationToken) => WaitAsync(1, cancellationToken);

    /// <summary>Completes when at least one call may be made now; answers how many may, at most <paramref name="most"/>.</summary>
    public async Task<int> WaitAsync(int most, CancellationToken cancellationToken)
    {
        Interlocked.Add(ref _waiting, most);
        try
        {
            await _turn.WaitAsync(cancellationToken);
            try
            {
                await PassAsync(cancellationToken);
                var passed = 1;
                for (; passed < most && _slots.TryPeek(out var slot) && slot <= Now(); passed++) _slots.Dequeue();
                return passed;
            }
            finally
            {
                _turn.Release();
            }
        }
        finally
        {
            Interlocked.Add(ref _waiting, -most);
        }
    }

    private async Task PassAsync(CancellationToken cancellationToken)
    {
        // A slot that was left lying is void: used late, it would crowd the window of those after it.
        while (_slots.TryPeek(out var old) && Now() - old > budget.Window.TotalMilliseconds / 10) _slots.Dequeue();
        if (_slots.Count == 0)
        {
            var reserved = await budgets.ReserveAsync(budget, Math.Clamp(Volatile.Read(ref _waiting), 1, budget.Calls), cancellationToken);
            var now = Now();
            foreach (var wait in reserved) _slots.Enqueue(now + (long)Math.Ceiling(wait.TotalMilliseconds));
            Volatile.Write(ref _latest, _slots.Last());
        }

        // Timers cut fractions off and may end early.
        while (_slots.Peek() - Now() is > 0 and var wait) await Task.Delay(TimeSpan.FromMilliseconds(wait), time, cancellationToken);
        _slots.Dequeue();
    }

    private long Now() => (long)time.GetElapsedTime(_start).TotalMilliseconds;
}
