using Kinora.Core.Generations;
using Microsoft.Extensions.Logging;

namespace Kinora.Core.Webhooks;

/// <summary>Posts what is due, on every node.</summary>
internal sealed partial class DeliveryWorker(DeliverySender sender, KinoraEngine engine, WorkSignals signals, TimeProvider time, ILogger<DeliveryWorker> logger)
    : SignaledService(engine, signals, WorkKind.Deliver, TimeSpan.FromSeconds(15), time)
{
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await sender.IdleAsync();
    }

    protected override Task<TimeSpan?> WorkAsync(CancellationToken cancellationToken) => sender.RunAsync(cancellationToken);

    protected override void Tell(Exception fault) => LogFault(fault);

    [LoggerMessage(320, LogLevel.Error, "Deliveries met a fault and go on.")]
    private partial void LogFault(Exception fault);
}
