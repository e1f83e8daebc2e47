using Microsoft.Extensions.Logging;

namespace Kinora.Core.Polling;

/// <summary>Reads the history of durations at the start, writes it down every few seconds, and once more when the process ends.</summary>
internal sealed partial class DurationSaver(KinoraEngine engine, DurationHistory history, TimeProvider time, ILogger<DurationSaver> logger)
    : PeriodicService(engine, TimeSpan.FromSeconds(5), time)
{
    private bool _isRead;

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await TryAsync(history.SaveAsync, CancellationToken.None);
    }

    protected override async Task TurnAsync(CancellationToken cancellationToken)
    {
        if (!_isRead) await history.LoadAsync(cancellationToken);
        _isRead = true;
        await history.SaveAsync(cancellationToken);
    }

    protected override void Tell(Exception fault) => LogNotSaved(fault);

    [LoggerMessage(270, LogLevel.Warning, "How long generations took could not be read or written down; it is tried again.")]
    private partial void LogNotSaved(Exception fault);
}
