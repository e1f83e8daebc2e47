using Microsoft.Extensions.Hosting;

namespace Kinora.Core;

/// <summary>Work that goes on from when the engine runs until the process ends. A fault is told, and does not end it.</summary>
internal abstract class EngineService(KinoraEngine engine) : BackgroundService
{
    /// <summary>Works until it is told to stop.</summary>
    protected abstract Task RunAsync(CancellationToken stoppingToken);

    /// <summary>A try failed.</summary>
    protected abstract void Tell(Exception fault);

    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await engine.WaitAsync(stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await RunAsync(stoppingToken);
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
#pragma warning disable CA1031 // Whatever it was: it may be gone at the next try.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            Tell(fault);
        }
    }
}
