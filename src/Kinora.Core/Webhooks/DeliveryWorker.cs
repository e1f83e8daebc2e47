using Kinora.Core.Generations;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Kinora.Core.Webhooks;

/// <summary>Posts what is due, on every node: as soon as a commit brings something, and every now and then what is to be tried again.</summary>
internal sealed partial class DeliveryWorker(DeliverySender sender, KinoraEngine engine, WorkSignals signals, TimeProvider time, ILogger<DeliveryWorker> logger)
    : BackgroundService
{
    /// <summary>The line of what has ended, in which nobody else waits.</summary>
    internal const GenerationStatus Line = GenerationStatus.Succeeded;

    private static readonly TimeSpan LongestSleep = TimeSpan.FromSeconds(15);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await engine.WaitAsync(stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await sender.RunAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                // Stopping.
            }
#pragma warning disable CA1031 // Whatever it was: it may be gone at the next try.
            catch (Exception fault)
#pragma warning restore CA1031
            {
                LogFault(fault);
            }

            await signals.WaitAsync(Line, "", LongestSleep, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    [LoggerMessage(320, LogLevel.Error, "Deliveries met a fault and go on.")]
    private partial void LogFault(Exception fault);
}
