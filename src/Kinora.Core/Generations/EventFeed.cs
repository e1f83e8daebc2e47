using System.Collections.Concurrent;

namespace Kinora.Core.Generations;

/// <summary>Wakes an account's listeners after each commit. Listeners then read the store, which alone is the truth.</summary>
public sealed class EventFeed
{
    private readonly ConcurrentDictionary<string, Pulse> _pulses = new();

    /// <summary>Completes at the next event of the account after <paramref name="seen"/> (at once if it happened already).</summary>
    public Task WaitAsync(string accountId, long seen, CancellationToken cancellationToken) => PulseOf(accountId).WaitAsync(seen, cancellationToken);

    internal void Publish(string accountId, long number) => PulseOf(accountId).Publish(number);

    /// <summary>Lets every listener look: something may have happened of which nobody heard.</summary>
    internal void WakeAll()
    {
        foreach (var pulse in _pulses.Values) pulse.Publish(0);
    }

    private Pulse PulseOf(string accountId) => _pulses.GetOrAdd(accountId, _ => new());

    private sealed class Pulse
    {
        private readonly Lock _gate = new();
        private TaskCompletionSource _next = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private long _latest;

        public Task WaitAsync(long seen, CancellationToken cancellationToken)
        {
            lock (_gate) return _latest > seen ? Task.CompletedTask : _next.Task.WaitAsync(cancellationToken);
        }

        public void Publish(long number)
        {
            lock (_gate)
            {
                _latest = Math.Max(_latest, number);
                _next.SetResult();
                _next = new(TaskCreationOptions.RunContinuationsAsynchronously);
            }
        }
    }
}
