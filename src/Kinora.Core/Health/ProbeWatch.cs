using Kinora.Core.Storage;
using Microsoft.Extensions.Logging;

namespace Kinora.Core.Health;

/// <summary>Probes what is not used and may be well again, and now and then everything where the operator wants that, on one node at a time.</summary>
internal sealed partial class ProbeWatch(
    Prober prober, CoreOptions options, SingletonLease lease, KinoraEngine engine, TimeProvider time, ILogger<ProbeWatch> logger)
    : PeriodicService(engine, BetweenTurns, time)
{
    private const string Lease = "probes";

    /// <summary>As many as KIE's budget allows within the lease.</summary>
    private const int MostAtOnce = 100;

    /// <summary>Of what is probed by the clock, so that generations have most of the budgets.</summary>
    private const int FewAtOnce = 1;
    private static readonly TimeSpan BetweenTurns = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LeaseTime = TimeSpan.FromMinutes(1);
    private readonly string _owner = Guid.NewGuid().ToString("N");

    protected override async Task TurnAsync(CancellationToken cancellationToken)
    {
        if (await HoldAsync(prober.Due, cancellationToken) is { Count: > 0 } due) await prober.ProbeAsync(due.Take(MostAtOnce), cancellationToken);
        else if (options.ProbeEvery is { } every && await HoldAsync(prober.Unprobed(every), cancellationToken) is { Count: > 0 } unprobed)
            await prober.ProbeAsync(unprobed.Take(FewAtOnce), cancellationToken);
    }

    // None while another node is at it.
    private async Task<IReadOnlyList<RouteKey>> HoldAsync(IReadOnlyList<RouteKey> routes, CancellationToken cancellationToken) =>
        routes.Count > 0 && await lease.TryHoldAsync(Lease, _owner, LeaseTime, cancellationToken) ? routes : [];

    protected override void Tell(Exception fault) => LogFault(fault);

    [LoggerMessage(294, LogLevel.Warning, "Routes could not be probed; it is tried again.")]
    private partial void LogFault(Exception fault);
}
