using Microsoft.Extensions.Hosting;

namespace Kinora.Core;

/// <summary>Work that is done again and again from when the engine runs until the process ends. A fault is told, and the next turn comes all the same.</summary>
/// <param name="pause">Between the beginnings of two turns; a turn that takes longer delays the next.</param>
internal abstract class PeriodicService(KinoraEngine engine, TimeSpan pause, TimeProvider time) : BackgroundService
{
    protected TimeProvider Time => time;

    /// <summary>One turn.</summary>
    protected abstract Task TurnAsync(CancellationToken cancellationToken);

    /// <summary>A turn failed.</summary>
    protected abstract void Tell(Exception fault);

    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await engine.WaitAsync(stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        using var timer = new PeriodicTimer(pause, time);
        while (!stoppingToken.IsCancellationRequested)
        {
            await TryAsync(TurnAsync, stoppingToken);
            await ((Task)timer.WaitForNextTickAsync(stoppingToken).AsTask()).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Does it, and tells a fault instead of throwing it.</summary>
    protected async Task TryAsync(Func<CancellationToken, Task> work, CancellationToken cancellationToken)
    {
        try
        {
            await work(cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Stopping.
        }
#pragma warning disable CA1031 // Whatever it was: it may be gone in the next turn.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            Tell(fault);
        }
    }
}
