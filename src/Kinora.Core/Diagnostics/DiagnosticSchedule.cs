using Kinora.Core.Storage;
using Microsoft.Extensions.Logging;

namespace Kinora.Core.Diagnostics;

/// <summary>Has a report made when the last one is old enough, where the operator wants that.</summary>
internal sealed partial class DiagnosticSchedule(
    DiagnosticRuns runs, DiagnosticStore store, CoreOptions options, KinoraEngine engine, TimeProvider time, ILogger<DiagnosticSchedule> logger)
    : PeriodicService(engine, TimeSpan.FromMinutes(1), time)
{
    protected override async Task TurnAsync(CancellationToken cancellationToken)
    {
        if (options.DiagnosticsEvery is not { } every) return;
        var last = (await store.LatestAsync(cancellationToken))?.At;
        if (last is null || Time.GetUtcNow() - last >= every) await runs.BeginAsync(isScheduled: true, cancellationToken);
    }

    protected override void Tell(Exception fault) => LogFault(fault);

    [LoggerMessage(298, LogLevel.Warning, "Whether a report of what works is due could not be seen; it is tried again.")]
    private partial void LogFault(Exception fault);
}
