using Kinora.Core.Storage;
using Microsoft.Extensions.Logging;

namespace Kinora.Core.Health;

/// <summary>Probes what is not used and may be well again, on one node at a time.</summary>
internal sealed partial class ProbeWatch(
    Prober prober, SingletonLease lease, KinoraEngine engine, TimeProvider time, ILogger<ProbeWatch> logger)
    : PeriodicService(engine, BetweenTurns, time)
{
    private const string Lease = "probes";

    /// <summary>As many as KIE's budget allows within the lease.</summary>
    private const int MostAtOnce = 100;
    private static readonly TimeSpan BetweenTurns = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LeaseTime = TimeSpan.FromMinutes(1);
    private readonly string _owner = Guid.NewGuid().ToString("N");

    protected override async Task TurnAsync(CancellationToken cancellationToken)
    {
        if (prober.Due is { Count: > 0 } due && await lease.TryHoldAsync(Lease, _owner, LeaseTime, cancellationToken))
            await prober.ProbeAsync(due.Take(MostAtOnce), cancellationToken);
    }

    protected override void Tell(Exception fault) => LogFault(fault);

    [LoggerMessage(294, LogLevel.Warning, "Routes could not be probed; it is tried again.")]
    private partial void LogFault(Exception fault);
}
