namespace Kinora.Core.Generations;

/// <summary>Tells the worker of a status that there may be work, so that it need not ask the store in short intervals.</summary>
internal sealed class WorkSignals
{
    private readonly SemaphoreSlim[] _signals = [.. Enum.GetValues<GenerationStatus>().Select(_ => new SemaphoreSlim(0, 1))];

    public void Pulse(GenerationStatus status)
    {
        var signal = _signals[(int)status];
        lock (signal)
        {
            if (signal.CurrentCount == 0) signal.Release();
        }
    }

    /// <summary>Completes at the next pulse (at once if one came since the last wait) or after <paramref name="longest"/>.</summary>
    public async Task WaitAsync(GenerationStatus status, TimeSpan longest, TimeProvider time, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(longest, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            await _signals[(int)status].WaitAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // The time is up: look anyway.
        }
    }
}
