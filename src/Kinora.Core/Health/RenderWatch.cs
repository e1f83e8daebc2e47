using Microsoft.Extensions.Logging;

namespace Kinora.Core.Health;

/// <summary>Has a real video made now and then, where the operator wants that.</summary>
internal sealed partial class RenderWatch(TestRenders renders, CoreOptions options, KinoraEngine engine, TimeProvider time, ILogger<RenderWatch> logger)
    : PeriodicService(engine, TimeSpan.FromMinutes(1), time)
{
    protected override async Task TurnAsync(CancellationToken cancellationToken)
    {
        if (options is { ProbeRenders: > 0, ProbeAccount: { } account }) await renders.AskDueAsync(account, options.ProbeRenders, Time.GetUtcNow(), cancellationToken);
    }

    protected override void Tell(Exception fault) => LogFault(fault);

    [LoggerMessage(296, LogLevel.Warning, "A video that was to show whether its model works could not be asked for; it is tried again.")]
    private partial void LogFault(Exception fault);
}
