using Kinora.Core.Storage;
using Microsoft.Extensions.Logging;

namespace Kinora.Core.Retention;

/// <summary>Puts away what nobody needs any more, every minute, on one node at a time.</summary>
internal sealed partial class Housekeeper(
    KinoraEngine engine, SingletonLease lease, FileRetention files, LogRetention logs, TimeProvider time, ILogger<Housekeeper> logger)
    : PeriodicService(engine, Pause, time)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);
    private readonly string _owner = Guid.NewGuid().ToString("N");

    protected override async Task TurnAsync(CancellationToken cancellationToken)
    {
        if (!await lease.TryHoldAsync("housekeeping", _owner, 3 * Pause, cancellationToken)) return;

        // The logs first: an asset store that is down is no reason to keep them.
        await logs.RunAsync(cancellationToken);
        await files.RunAsync(cancellationToken);
    }

    protected override void Tell(Exception fault) => LogFault(fault);

    [LoggerMessage(260, LogLevel.Error, "The housekeeping met a fault and goes on in a minute.")]
    private partial void LogFault(Exception fault);
}
