using System.Collections.Concurrent;

namespace Kinora.Core.Generations;

/// <summary>Tells the workers of a kind that there may be work, so that they need not ask the store in short intervals.</summary>
internal sealed class WorkSignals
{
    private readonly ConcurrentDictionary<(WorkKind Kind, string Line), SemaphoreSlim> _signals =
        new(Enum.GetValues<WorkKind>().Select(kind => KeyValuePair.Create((kind, ""), new SemaphoreSlim(0, 1))));

    /// <summary>From here on pulses reach the line, also before it waits.</summary>
    public void Open(WorkKind kind, string line) => _signals.TryAdd((kind, line), new(0, 1));

    /// <summary>Wakes the workers of all its lines.</summary>
    public void Pulse(WorkKind kind)
    {
        foreach (var (at, signal) in _signals)
        {
            if (at.Kind != kind) continue;
            lock (signal)
            {
                if (signal.CurrentCount == 0) signal.Release();
            }
        }
    }

    /// <summary>
    /// For a line that was opened; the nameless ones are.
    /// Completes at the next pulse (at once if one came since the line's last wait) or after <paramref name="longest"/>.
    /// </summary>
    public async Task WaitAsync(WorkKind kind, string line, TimeSpan longest, TimeProvider time, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(longest, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            await _signals[(kind, line)].WaitAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // The time is up: look anyway.
        }
    }
}
