using Kinora.Core.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Kinora.Core.Retention;

/// <summary>Puts away what nobody needs any more, every minute, on one node at a time.</summary>
internal sealed partial class Housekeeper(
    KinoraEngine engine, SingletonLease lease, FileRetention files, LogRetention logs, TimeProvider time, ILogger<Housekeeper> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);
    private readonly string _owner = Guid.NewGuid().ToString("N");

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await engine.WaitAsync(stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        using var timer = new PeriodicTimer(Pause, time);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await RunAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                // Stopping.
            }
#pragma warning disable CA1031 // Whatever it was, the house is to be kept in the next minute too.
            catch (Exception fault)
#pragma warning restore CA1031
            {
                LogFault(fault);
            }

            await ((Task)timer.WaitForNextTickAsync(stoppingToken).AsTask()).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task RunAsync(CancellationToken cancellationToken)
    {
        if (!await lease.TryHoldAsync("housekeeping", _owner, 3 * Pause, cancellationToken)) return;

        // The logs first: an asset store that is down is no reason to keep them.
        await logs.RunAsync(cancellationToken);
        await files.RunAsync(cancellationToken);
    }

    [LoggerMessage(260, LogLevel.Error, "The housekeeping met a fault and goes on in a minute.")]
    private partial void LogFault(Exception fault);
}
