using Microsoft.Extensions.Logging;

namespace Kinora.Core.Health;

/// <summary>Takes over what other nodes have learned of routes, and writes down how generations fared.</summary>
internal sealed partial class HealthSync(RouteHealth routes, OutcomeCounts counts, KinoraEngine engine, TimeProvider time, ILogger<HealthSync> logger)
    : PeriodicService(engine, TimeSpan.FromSeconds(5), time)
{
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await TryAsync(counts.SaveAsync, CancellationToken.None);
    }

    protected override async Task TurnAsync(CancellationToken cancellationToken)
    {
        await routes.ReloadAsync(cancellationToken);
        await counts.SaveAsync(cancellationToken);
    }

    protected override void Tell(Exception fault) => LogFault(fault);

    [LoggerMessage(292, LogLevel.Warning, "What is known of the health of models could not be read or written down; it is tried again.")]
    private partial void LogFault(Exception fault);
}
