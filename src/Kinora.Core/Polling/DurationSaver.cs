using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Kinora.Core.Polling;

/// <summary>Writes the history of durations down every few seconds, and once more when the process ends.</summary>
internal sealed partial class DurationSaver(DurationHistory history, TimeProvider time, ILogger<DurationSaver> logger) : BackgroundService
{
    private static readonly TimeSpan BetweenSaves = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await TryAsync(history.LoadAsync, stoppingToken);
        using var timer = new PeriodicTimer(BetweenSaves, time);
        while (!stoppingToken.IsCancellationRequested)
        {
            await ((Task)timer.WaitForNextTickAsync(stoppingToken).AsTask()).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await TryAsync(history.SaveAsync, CancellationToken.None);
        }
    }

    private async Task TryAsync(Func<CancellationToken, Task> work, CancellationToken cancellationToken)
    {
        try
        {
            await work(cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Stopping.
        }
#pragma warning disable CA1031 // The next time may succeed, and until then what is known in memory will do.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            LogNotSaved(fault);
        }
    }

    [LoggerMessage(270, LogLevel.Warning, "How long generations took could not be read or written down; it is tried again.")]
    private partial void LogNotSaved(Exception fault);
}
