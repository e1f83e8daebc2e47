using Kinora.Core.Storage;
using Microsoft.Extensions.Logging;

namespace Kinora.Core.Generations;

/// <summary>
/// Notices at its start that no node has been there before it. Providers that called meanwhile were not heard, and most do not call again, so
/// everything that runs is asked about once, as fast as the read budget allows.
/// </summary>
/// <remarks>A node that was killed seems to be there until its lease lapses. Of nodes that start together the first one asks.</remarks>
internal sealed partial class AbsenceWatch(
    KinoraEngine engine, SingletonLease leases, GenerationStore store, TimeProvider time, ILogger<AbsenceWatch> logger)
    : PeriodicService(engine, Lease / 3, time)
{
    private const string Nodes = "node/";
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(15);
    private readonly string _name = $"{Nodes}{Guid.CreateVersion7(time.GetUtcNow()):N}";
    private readonly long _began = time.GetTimestamp();
    private bool _knows;

    protected override async Task TurnAsync(CancellationToken cancellationToken)
    {
        // Whoever is still there by then lives.
        var lastLook = Time.GetElapsedTime(_began) > 2 * Lease;
        await leases.TryHoldAsync(_name, _name, Lease, cancellationToken);
        if (!_knows) await LookAsync(cancellationToken);
        _knows |= lastLook;
    }

    protected override void Tell(Exception fault) => LogFault(fault);

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        if (!await leases.IsFirstAsync(Nodes, _name, cancellationToken)) return;
        var running = await store.AskAboutAllAsync(cancellationToken);
        _knows = true;
        if (running > 0) LogAbsence(running);
    }

    [LoggerMessage(250, LogLevel.Information, "No server was there for a while. {Count} running generations may have been called back about, and are asked about now.")]
    private partial void LogAbsence(int count);

    [LoggerMessage(251, LogLevel.Error, "This node could not say that it is there; it tries again.")]
    private partial void LogFault(Exception fault);
}
