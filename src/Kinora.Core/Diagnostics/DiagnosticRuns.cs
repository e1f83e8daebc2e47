using Kinora.Core.Storage;
using Microsoft.Extensions.Logging;

namespace Kinora.Core.Diagnostics;

/// <summary>Has reports made, one at a time over all nodes: when a person asks for one, and by schedule.</summary>
public sealed partial class DiagnosticRuns : IDisposable
{
    private const string Lease = "diagnostics";

    /// <summary>Renewed while a report is being made.</summary>
    private static readonly TimeSpan LeaseTime = TimeSpan.FromMinutes(1);
    private readonly Diagnostician _diagnostician;
    private readonly SingletonLease _lease;
    private readonly TimeProvider _time;
    private readonly ILogger<DiagnosticRuns> _logger;
    private readonly CancellationTokenSource _stopping = new();
    private readonly string _owner = Guid.NewGuid().ToString("N");
    private readonly Lock _gate = new();
    private DiagnosticRun? _run;

    internal DiagnosticRuns(Diagnostician diagnostician, SingletonLease lease, TimeProvider time, ILogger<DiagnosticRuns> logger) =>
        (_diagnostician, _lease, _time, _logger) = (diagnostician, lease, time, logger);

    /// <summary>The one of this process that is under way, or the last; null before the first.</summary>
    public DiagnosticRun? Current
    {
        get
        {
            lock (_gate) return _run;
        }
    }

    /// <summary>Begins a report, unless one is under way, which is then answered. Null where another node makes one.</summary>
    public async Task<DiagnosticRun?> BeginAsync(bool isScheduled, CancellationToken cancellationToken)
    {
        if (Current is { IsDone: false } running) return running;
        if (!await _lease.TryHoldAsync(Lease, _owner, LeaseTime, cancellationToken)) return null;
        lock (_gate)
        {
            if (_run is { IsDone: false }) return _run;
            _run = new(_time.GetUtcNow());
            _ = MakeAsync(_run, isScheduled);
            return _run;
        }
    }

    /// <summary>Breaks off what is under way.</summary>
    public void Dispose()
    {
        _stopping.Cancel();
        _stopping.Dispose();
    }

    private async Task MakeAsync(DiagnosticRun run, bool isScheduled)
    {
        await Task.Yield();
        var stop = _stopping.Token;
        try
        {
            await using var renewal = _time.CreateTimer(_ => _ = _lease.TryHoldAsync(Lease, _owner, LeaseTime, stop), null, LeaseTime / 3, LeaseTime / 3);
            await _diagnostician.MakeAsync(isScheduled, run.Tell, stop);
            await _lease.TryHoldAsync(Lease, _owner, TimeSpan.Zero, stop);
            run.End(fault: null);
        }
#pragma warning disable CA1031 // Nobody waits for it: whatever it was is told in the run.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            if (fault is not OperationCanceledException) LogFault(fault);
            run.End(fault is OperationCanceledException ? "The server stopped." : "It met a fault, which is in the server's log.");
        }
    }

    [LoggerMessage(297, LogLevel.Error, "The report of what works could not be made.")]
    private partial void LogFault(Exception fault);
}
