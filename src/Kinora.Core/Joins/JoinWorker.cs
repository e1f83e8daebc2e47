using Kinora.Core.Generations;
using Kinora.Core.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Kinora.Core.Joins;

/// <summary>Makes what is due, one film at a time on every node: as soon as one is asked for, and every now and then what another node left.</summary>
internal sealed partial class JoinWorker(JoinMaker maker, KinoraEngine engine, WorkSignals signals, TimeProvider time, ILogger<JoinWorker> logger) : BackgroundService
{
    private static readonly TimeSpan LongestSleep = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await engine.WaitAsync(stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (await maker.MakeNextAsync(stoppingToken)) continue;
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                // Stopping.
            }
#pragma warning disable CA1031 // Whatever it was: it may be gone at the next try, which comes when the lease has lapsed.
            catch (Exception fault)
#pragma warning restore CA1031
            {
                LogFault(fault);
            }

            await signals.WaitAsync(JoinStore.Line, "", LongestSleep, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    [LoggerMessage(343, LogLevel.Error, "The making of films met a fault and goes on.")]
    private partial void LogFault(Exception fault);
}
